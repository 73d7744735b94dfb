-- The first people of people.tsv (token, volunteer) each check in once by the code shown: codes.tsv (path, code).
-- Person n (from 1) has a place in activity 1 + n % activities. Each thread has its share and stops when it is through.
local counter = 0

function setup(thread)
  thread:set("id", counter)
  counter = counter + 1
end

function init(args)
  local paths, codes = {}, {}
  for line in io.lines(args[2]) do
    local path, code = line:match("^(%S+)\t(%S+)$")
    paths[#paths + 1], codes[#codes + 1] = path, code
  end
  requests, n = {}, 0
  local i, limit = 0, tonumber(args[3])
  for line in io.lines(args[1]) do
    i = i + 1
    if i > limit then break end
    if i % 2 == id then
      local token, volunteer = line:match("^(%S+)\t(%S+)$")
      local k = 1 + i % #paths
      local body = '{"volunteerId":"' .. volunteer .. '","direction":"IN","code":"' .. codes[k]
        .. '","latitude":30.51,"longitude":114.41,"device":"bench-device-' .. i .. '"}'
      requests[#requests + 1] = "POST " .. paths[k] .. "/check-ins HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
        .. token .. "\r\nContent-Type: application/json\r\nContent-Length: " .. #body .. "\r\n\r\n" .. body
    end
  end
end

function request()
  n = n + 1
  if n >= #requests then wrk.thread:stop() end
  return requests[n] or requests[#requests]
end

function done(summary, latency, all)
  io.write(string.format("RESULT %d %.3f %d %.1f %.1f\n", summary.requests, summary.duration / 1e6,
    summary.errors.status, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
