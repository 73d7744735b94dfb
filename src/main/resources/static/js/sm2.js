/* SM2 signatures (GB/T 32918.2) with SM3 (GB/T 32905), checked in the browser: what browsers themselves do not know.
   Checks only, with public numbers only, so it need not hide how long it takes. */
var yiwangSm2 = (function () {
  "use strict";

  var P = BigInt("0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF");
  var A = P - 3n;
  var B = BigInt("0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93");
  var N = BigInt("0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123");
  var G = [
    BigInt("0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7"),
    BigInt("0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0")
  ];
  var IDENTITY = "1234567812345678";

  function mod(a, m) {
    var r = a % m;
    return r < 0n ? r + m : r;
  }

  function inverse(a, m) {
    var r0 = m, r1 = mod(a, m), t0 = 0n, t1 = 1n;
    while (r1 > 0n) {
      var q = r0 / r1;
      var r = r0 - q * r1;
      var t = t0 - q * t1;
      r0 = r1; r1 = r; t0 = t1; t1 = t;
    }
    return mod(t0, m);
  }

  /* Points as [X, Y, Z] with x = X/Z², y = Y/Z³; null is the point at infinity. */
  function twice(p) {
    if (!p || p[1] === 0n) {
      return null;
    }
    var x = p[0], y = p[1], z = p[2];
    var zz = mod(z * z, P);
    var m = mod(3n * (x - zz) * (x + zz), P);
    var yy = mod(y * y, P);
    var s = mod(4n * x * yy, P);
    var x3 = mod(m * m - 2n * s, P);
    return [x3, mod(m * (s - x3) - 8n * yy * yy, P), mod(2n * y * z, P)];
  }

  function add(p, q) {
    if (!p) { return q; }
    if (!q) { return p; }
    var pz = mod(p[2] * p[2], P), qz = mod(q[2] * q[2], P);
    var u1 = mod(p[0] * qz, P), u2 = mod(q[0] * pz, P);
    var s1 = mod(p[1] * qz * q[2], P), s2 = mod(q[1] * pz * p[2], P);
    if (u1 === u2) {
      return s1 === s2 ? twice(p) : null;
    }
    var h = mod(u2 - u1, P), r = mod(s2 - s1, P);
    var hh = mod(h * h, P), hhh = mod(h * hh, P), v = mod(u1 * hh, P);
    var x3 = mod(r * r - hhh - 2n * v, P);
    return [x3, mod(r * (v - x3) - s1 * hhh, P), mod(h * p[2] * q[2], P)];
  }

  function times(k, p) {
    var sum = null;
    for (var i = BigInt(k.toString(2).length) - 1n; i >= 0n; i--) {
      sum = twice(sum);
      if ((k >> i) & 1n) {
        sum = add(sum, p);
      }
    }
    return sum;
  }

  function number(bytes) {
    var hex = "";
    for (var i = 0; i < bytes.length; i++) {
      hex += (bytes[i] < 16 ? "0" : "") + bytes[i].toString(16);
    }
    return hex ? BigInt("0x" + hex) : 0n;
  }

  function bytesOf(n) {
    var hex = n.toString(16).padStart(64, "0");
    var bytes = new Uint8Array(32);
    for (var i = 0; i < 32; i++) {
      bytes[i] = parseInt(hex.substr(2 * i, 2), 16);
    }
    return bytes;
  }

  function rotate(x, n) {
    n %= 32;
    return n ? (x << n) | (x >>> (32 - n)) : x;
  }

  function sm3(message) {
    var length = message.length;
    var padded = new Uint8Array(((length + 8) >> 6) * 64 + 64);
    padded.set(message);
    padded[length] = 0x80;
    var view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor(length / 0x20000000));
    view.setUint32(padded.length - 4, (length << 3) >>> 0);
    var v = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];
    var w = new Int32Array(68);
    for (var block = 0; block < padded.length; block += 64) {
      var j;
      for (j = 0; j < 16; j++) {
        w[j] = view.getInt32(block + 4 * j);
      }
      for (j = 16; j < 68; j++) {
        var x = w[j - 16] ^ w[j - 9] ^ rotate(w[j - 3], 15);
        w[j] = x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(w[j - 13], 7) ^ w[j - 6];
      }
      var a = v[0], b = v[1], c = v[2], d = v[3], e = v[4], f = v[5], g = v[6], h = v[7];
      for (j = 0; j < 64; j++) {
        var ss1 = rotate((rotate(a, 12) + e + rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j)) | 0, 7);
        var ss2 = ss1 ^ rotate(a, 12);
        var tt1 = ((j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + ss2 + (w[j] ^ w[j + 4])) | 0;
        var tt2 = ((j < 16 ? e ^ f ^ g : (e & f) | (~e & g)) + h + ss1 + w[j]) | 0;
        d = c; c = rotate(b, 9); b = a; a = tt1;
        h = g; g = rotate(f, 19); f = e; e = tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17);
      }
      v[0] ^= a; v[1] ^= b; v[2] ^= c; v[3] ^= d; v[4] ^= e; v[5] ^= f; v[6] ^= g; v[7] ^= h;
    }
    var digest = new Uint8Array(32);
    v.forEach(function (part, i) { new DataView(digest.buffer).setInt32(4 * i, part); });
    return digest;
  }

  function joined(parts) {
    var all = new Uint8Array(parts.reduce(function (sum, part) { return sum + part.length; }, 0));
    var at = 0;
    parts.forEach(function (part) { all.set(part, at); at += part.length; });
    return all;
  }

  /* Whether the signature (r and s, 32 bytes each) over the message was made with the key (X and Y, 32 bytes each). */
  function verify(key, message, signature) {
    if (key.length !== 64 || signature.length !== 64) {
      return false;
    }
    var x = number(key.subarray(0, 32)), y = number(key.subarray(32));
    if (x >= P || y >= P || mod(y * y - (x * x * x + A * x + B), P) !== 0n) {
      return false;
    }
    var r = number(signature.subarray(0, 32)), s = number(signature.subarray(32));
    var t = mod(r + s, N);
    if (r === 0n || r >= N || s === 0n || s >= N || t === 0n) {
      return false;
    }
    var identity = new TextEncoder().encode(IDENTITY);
    var length = new Uint8Array([(identity.length * 8) >> 8, (identity.length * 8) & 255]);
    var z = sm3(joined([length, identity, bytesOf(A), bytesOf(B), bytesOf(G[0]), bytesOf(G[1]), bytesOf(x), bytesOf(y)]));
    var e = number(sm3(joined([z, message])));
    var point = add(times(s, [G[0], G[1], 1n]), times(t, [x, y, 1n]));
    if (!point) {
      return false;
    }
    var z2 = inverse(point[2] * point[2], P);
    return mod(e + mod(point[0] * z2, P), N) === r;
  }

  return { verify: verify, sm3: sm3 };
})();
