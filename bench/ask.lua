-- People of asks.tsv (token, path of a board, volunteer) in turn, each thread its share, for as long as wrk runs. With a path
-- as second argument all ask for that instead.
local counter = 0

function setup(thread)
  thread:set("id", counter)
  counter = counter + 1
end

function init(args)
  requests, n = {}, 0
  local i = 0
  for line in io.lines(args[1]) do
    if i % 2 == id then
      local token, path = line:match("^(%S+)\t(%S+)\t%S+$")
      requests[#requests + 1] = "GET " .. (args[2] or path) .. " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
        .. token .. "\r\n\r\n"
    end
    i = i + 1
  end
end

function request()
  n = n % #requests + 1
  return requests[n]
end

function done(summary, latency, all)
  io.write(string.format("RESULT %d %.3f %d %.1f %.1f\n", summary.requests, summary.duration / 1e6,
    summary.errors.status, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
