-- Every person signs up once: people.tsv (token, volunteer), a file of paths, first path, number of paths, step.
-- Person i takes path first + i * step, round and round. Each thread has its share of the people and stops when it is through.
local counter = 0

function setup(thread)
  thread:set("id", counter)
  counter = counter + 1
end

function init(args)
  local paths, first, count, step = {}, tonumber(args[3]), tonumber(args[4]), tonumber(args[5])
  for line in io.lines(args[2]) do paths[#paths + 1] = line end
  requests, n, errors = {}, 0, 0
  local i, limit = 0, tonumber(args[6])
  for line in io.lines(args[1]) do
    if i >= limit then break end
    if i % 2 == id then
      local token, volunteer = line:match("^(%S+)\t(%S+)$")
      local path = paths[1 + (first - 1 + i * step) % count]
      local body = '{"volunteerId":"' .. volunteer .. '"}'
      requests[#requests + 1] = "POST " .. path .. " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " .. token
        .. "\r\nIdempotency-Key: " .. i .. "-" .. path:sub(-20, -10)
        .. "\r\nContent-Type: application/json\r\nContent-Length: " .. #body .. "\r\n\r\n" .. body
    end
    i = i + 1
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
