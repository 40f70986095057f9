/// Raw requests and the answers they must get, by topic. `G` stands for the usual rest of a head.
enum ExchangeCases {
  static let all =
    requestLines + targets + versions + fields + hosts + lengths + chunks + expectations
    + persistence + methods

  private static let host = "Host: a\r\n"
  private static let end = "Host: a\r\n\r\n"

  static let requestLines = [
    Exchange("a plain request", "GET /text HTTP/1.1\r\n" + end, [200]),
    Exchange("an empty line before", "\r\nGET /text HTTP/1.1\r\n" + end, [200]),
    Exchange(
      "an empty line between", "GET /text HTTP/1.1\r\n\(end)\r\nGET / HTTP/1.1\r\n\(end)",
      [200, 200]),
    Exchange("two empty lines before", "\r\n\r\nGET / HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("a bare LF before", "\nGET / HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("a bare CR before", "\rGET / HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("a space before", " GET / HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("two spaces", "GET  / HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("two spaces before the version", "GET /  HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("a tab for a space", "GET\t/ HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("a space after the version", "GET / HTTP/1.1 \r\n" + end, [400], closes: true),
    Exchange("a bare LF after the line", "GET / HTTP/1.1\n" + end, [400], closes: true),
    Exchange("a bare CR after the line", "GET / HTTP/1.1\r" + end, [400], closes: true),
    Exchange("no target", "GET HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("HTTP/0.9", "GET /\r\n", [400], closes: true),
    Exchange("a method with a colon", "GE:T / HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange(
      "an octet beyond ASCII in the method", "GÉT / HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("a TLS hello", "\u{16}\u{3}\u{1}\u{2}", [400], closes: true),
    Exchange(
      "a line of 8,000 octets",
      "GET /text?\(String(repeating: "a", count: 8000)) HTTP/1.1\r\n" + end,
      [200]),
    Exchange(
      "a line beyond its limit", "GET /\(String(repeating: "a", count: 16_400)) HTTP/1.1\r\n" + end,
      [414], closes: true),
    Exchange(
      "a line without end", "GET /\(String(repeating: "a", count: 20_000))", [414], closes: true),
    Exchange(
      "a method without end", String(repeating: "A", count: 40), [501], closes: true),
  ]

  static let targets = [
    Exchange("absolute form", "GET http://a/text HTTP/1.1\r\n" + end, [200]),
    Exchange("absolute form, other case", "GET HTTP://A:80/text HTTP/1.1\r\n" + end, [200]),
    Exchange("absolute form without path", "GET http://a HTTP/1.1\r\n" + end, [200]),
    Exchange("absolute form with query only", "GET http://a?b HTTP/1.1\r\n" + end, [200]),
    Exchange("absolute form, IPv6", "GET http://[::1]:8080/text HTTP/1.1\r\n" + end, [200]),
    Exchange("absolute form, another host", "GET http://b/text HTTP/1.1\r\n" + end, [200]),
    Exchange(
      "absolute form, bad Host", "GET http://b/text HTTP/1.1\r\nHost: a b\r\n\r\n", [400],
      closes: true),
    Exchange("absolute form, no Host", "GET http://b/text HTTP/1.1\r\n\r\n", [400], closes: true),
    Exchange("absolute form, no host", "GET http:///text HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("absolute form, user", "GET http://u@a/text HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange(
      "absolute form, bad port", "GET http://a:b/text HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("https without TLS", "GET https://a/text HTTP/1.1\r\n" + end, [421], closes: true),
    Exchange("another scheme", "GET ftp://a/text HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("authority form", "GET a:80 HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("absolute form in 1.0", "GET http://b/text HTTP/1.0\r\n\r\n", [200], closes: true),
    Exchange("a scheme and a path", "GET http:/text HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("a scheme without slashes", "GET http:text HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("a scheme alone", "GET http:// HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("no slash", "GET text HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("asterisk with GET", "GET * HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("a fragment", "GET /text#a HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("a raw quote", "GET /te\"xt HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("a raw bracket", "GET /text?a[]=1 HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("a raw backslash", "GET /te\\xt HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("a raw NUL", "GET /te\0xt HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("raw UTF-8", "GET /items/é HTTP/1.1\r\n" + end, [200]),
    Exchange("a broken escape", "GET /items/%4 HTTP/1.1\r\n" + end, [400]),
    Exchange("an escape of no digits", "GET /items/%zz HTTP/1.1\r\n" + end, [400]),
    Exchange("a lone percent in the query", "GET /text?a=% HTTP/1.1\r\n" + end, [400]),
    Exchange("an escaped NUL", "GET /items/a%00 HTTP/1.1\r\n" + end, [400]),
    Exchange("an overlong form", "GET /items/%C0%AF HTTP/1.1\r\n" + end, [400]),
    Exchange("a surrogate", "GET /items/%ED%A0%80 HTTP/1.1\r\n" + end, [400]),
    Exchange(
      "an escape in the query that is no UTF-8", "GET /text?a=%FF HTTP/1.1\r\n" + end, [400]),
    Exchange(
      bytes: "a raw octet that is no UTF-8",
      [Array("GET /items/".utf8), [0xff], Array(" HTTP/1.1\r\n\(end)".utf8)], [400]),
    Exchange("a dot segment", "GET /a/../text HTTP/1.1\r\n" + end, [404]),
    Exchange("an escaped dot segment", "GET /items/%2e%2E HTTP/1.1\r\n" + end, [404]),
    Exchange("a doubled slash", "GET //text HTTP/1.1\r\n" + end, [404]),
    Exchange("a slash at the end", "GET /text/ HTTP/1.1\r\n" + end, [404]),
    Exchange("an empty capture", "GET /items/ HTTP/1.1\r\n" + end, [404]),
    Exchange("an escaped slash is data", "GET /items/a%2Fb HTTP/1.1\r\n" + end, [200]),
    Exchange("nothing there", "GET /nothing HTTP/1.1\r\n" + end, [404]),
    Exchange("OPTIONS of all", "OPTIONS * HTTP/1.1\r\n" + end, [204]),
    Exchange("OPTIONS of all, absolute", "OPTIONS http://a HTTP/1.1\r\n" + end, [204]),
    Exchange("OPTIONS of one", "OPTIONS /text HTTP/1.1\r\n" + end, [204]),
    Exchange("OPTIONS of nothing", "OPTIONS /nothing HTTP/1.1\r\n" + end, [404]),
    Exchange(
      "OPTIONS selects nothing a precondition could be about",
      "OPTIONS /text HTTP/1.1\r\n\(host)If-Match: \"x\"\r\n\r\n", [204]),
    Exchange(
      "OPTIONS with content", "OPTIONS * HTTP/1.1\r\n\(host)Content-Length: 3\r\n\r\nabc" + next,
      [204, 200]),
  ]

  static let versions = [
    Exchange("HTTP/1.0", "GET /text HTTP/1.0\r\n\r\n", [200], closes: true),
    Exchange("HTTP/1.2 is served as 1.1", "GET /text HTTP/1.2\r\n" + end, [200]),
    Exchange("HTTP/1.9 likewise", "GET /text HTTP/1.9\r\n" + end, [200]),
    Exchange("HTTP/3.0", "GET /text HTTP/3.0\r\n" + end, [505], closes: true),
    Exchange("a comma in the version", "GET /text HTTP/1,1\r\n" + end, [400], closes: true),
    Exchange("HEAD in 1.0", "HEAD /text HTTP/1.0\r\n\r\n", [200], closes: true),
    Exchange("HTTP/2.0", "GET /text HTTP/2.0\r\n" + end, [505], closes: true),
    Exchange(
      "HTTP/2 with prior knowledge", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [400], closes: true),
    Exchange("HTTP/0.9 said aloud", "GET /text HTTP/0.9\r\n" + end, [505], closes: true),
    Exchange("HTTP/1.10", "GET /text HTTP/1.10\r\n" + end, [400], closes: true),
    Exchange("HTTP/1", "GET /text HTTP/1\r\n" + end, [400], closes: true),
    Exchange("http/1.1", "GET /text http/1.1\r\n" + end, [400], closes: true),
    Exchange("another protocol", "GET /text FTP/1.1\r\n" + end, [400], closes: true),
  ]

  static let fields = [
    Exchange("a space before the colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", [400], closes: true),
    Exchange(
      "a tab before the colon", "GET / HTTP/1.1\r\n\(host)A\t: a\r\n\r\n", [400], closes: true),
    Exchange("folding", "GET / HTTP/1.1\r\n\(host)A: a\r\n b\r\n\r\n", [400], closes: true),
    Exchange("folding at once", "GET / HTTP/1.1\r\n A: a\r\n" + end, [400], closes: true),
    Exchange("no colon", "GET / HTTP/1.1\r\n\(host)A\r\n\r\n", [400], closes: true),
    Exchange("no name", "GET / HTTP/1.1\r\n\(host): a\r\n\r\n", [400], closes: true),
    Exchange("a name with a slash", "GET / HTTP/1.1\r\n\(host)A/B: a\r\n\r\n", [400], closes: true),
    Exchange("a bare LF", "GET / HTTP/1.1\r\n\(host)A: a\n\r\n", [400], closes: true),
    Exchange("a bare CR", "GET / HTTP/1.1\r\n\(host)A: a\rb\r\n\r\n", [400], closes: true),
    Exchange("NUL", "GET / HTTP/1.1\r\n\(host)A: a\0b\r\n\r\n", [400], closes: true),
    Exchange(
      "a control character", "GET / HTTP/1.1\r\n\(host)A: a\u{1}b\r\n\r\n", [400], closes: true),
    Exchange("DEL", "GET / HTTP/1.1\r\n\(host)A: a\u{7f}b\r\n\r\n", [400], closes: true),
    Exchange("a bare LF at the end", "GET / HTTP/1.1\r\n\(host)\n", [400], closes: true),
    Exchange("a bare CR at the end", "GET / HTTP/1.1\r\n\(host)\ra", [400], closes: true),
    Exchange(
      bytes: "an octet beyond ASCII in a name",
      [Array("GET / HTTP/1.1\r\n\(host)X".utf8), [0xe9], Array(": a\r\n\r\n".utf8)], [400],
      closes: true),
    Exchange(
      bytes: "octets that are no UTF-8 in a value",
      [
        Array("GET /text HTTP/1.1\r\n\(host)A: ".utf8), [0xe9, 0xff, 0x80], Array("\r\n\r\n".utf8),
      ],
      [200]),
    Exchange(
      "every character a name may have",
      "GET /text HTTP/1.1\r\n\(host)aZ09!#$%&'*+-.^_`|~: a\r\n\r\n", [200]),
    Exchange(
      "a parenthesis in a name", "GET / HTTP/1.1\r\n\(host)A(: a\r\n\r\n", [400], closes: true),
    Exchange(
      "a semicolon in a name", "GET / HTTP/1.1\r\n\(host)A;: a\r\n\r\n", [400], closes: true),
    Exchange(
      "folding by a tab", "GET / HTTP/1.1\r\n\(host)A: a\r\n\tb\r\n\r\n", [400], closes: true),
    Exchange(
      "Upgrade is ignored",
      "GET /text HTTP/1.1\r\n\(host)Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n" + next, [200, 200]),
    Exchange(
      "TE is ignored", "GET /text HTTP/1.1\r\n\(host)TE: trailers\r\n\r\n" + next, [200, 200]),
    Exchange("an empty value", "GET /text HTTP/1.1\r\n\(host)A:\r\n\r\n", [200]),
    Exchange("spaces and tabs around a value", "GET /text HTTP/1.1\r\nHost:\t a \t\r\n\r\n", [200]),
    Exchange("octets beyond ASCII in a value", "GET /text HTTP/1.1\r\n\(host)A: é\r\n\r\n", [200]),
    Exchange("names in any case", "GET /text HTTP/1.1\r\nhOsT: a\r\n\r\n", [200]),
    Exchange(
      "as many fields as the limit",
      "GET /text HTTP/1.1\r\n\(host)\(String(repeating: "A: b\r\n", count: 127))\r\n", [200]),
    Exchange(
      "one field more than the limit",
      "GET /text HTTP/1.1\r\n\(host)\(String(repeating: "A: b\r\n", count: 128))\r\n", [431],
      closes: true),
    Exchange(
      "a field beyond its limit",
      "GET /text HTTP/1.1\r\n\(host)A: \(String(repeating: "b", count: 17_000))\r\n\r\n", [431],
      closes: true),
    Exchange(
      "a field name without end",
      "GET /text HTTP/1.1\r\n\(host)\(String(repeating: "b", count: 17_000))", [431],
      closes: true),
    Exchange(
      "fields beyond their limit together",
      "GET /text HTTP/1.1\r\n\(host)"
        + String(repeating: "A: \(String(repeating: "b", count: 9000))\r\n", count: 4) + "\r\n",
      [431], closes: true),
  ]

  static let hosts =
    [
      "a", "a:80", "a:", "127.0.0.1:8080", "[::1]", "[::1]:80", "[1:2:3:4:5:6:7:8]",
      "[::ffff:1.2.3.4]",
      "[v1.a:b]", "A", "*", "a!$&'()*+;=", "a-b.c_d", "a%20b", "xn--a.", "a:65535",
    ].map { Exchange("Host: \($0)", "GET /text HTTP/1.1\r\nHost: \($0)\r\n\r\n", [200]) }
    + [
      "", "a b", "a@b", "a/b", "a:b", "a:65536", "a:-1", "a,b", "a, b", ":80", "[::1", "::1",
      "[:1]",
      "[1:2]", "[1:2:3:4:5:6:7:8:9]", "[::1::2]", "[12345::]", "[::1.2.3]", "[::256.1.1.1]", "[]",
      "a%2", "a%zz", "http://a", "a?b", "a#b", "a\\b", "a\"b", "é", "[v.a]", "[va.]",
      "a\tb", "<a>", "a:80:80", "[::1]a", "[::1]:x", "a%", "{a}",
    ].map {
      Exchange("Host: \($0)", "GET /text HTTP/1.1\r\nHost: \($0)\r\n\r\n", [400], closes: true)
    } + [
      Exchange("no Host", "GET /text HTTP/1.1\r\n\r\n", [400], closes: true),
      Exchange("two equal Hosts", "GET /text HTTP/1.1\r\n\(host)\(host)\r\n", [400], closes: true),
      Exchange("a bad Host in 1.0", "GET /text HTTP/1.0\r\nHost: a b\r\n\r\n", [400], closes: true),
    ]

  private static func post(_ fields: String, _ content: String) -> String {
    "POST /echo HTTP/1.1\r\n\(host)\(fields)\r\n\r\n\(content)"
  }

  private static let next = "GET /text HTTP/1.1\r\nHost: a\r\n\r\n"

  static let lengths =
    [
      Exchange("a length", post("Content-Length: 3", "abc") + next, [200, 200]),
      Exchange("a length of nothing", post("Content-Length: 0", "") + next, [200, 200]),
      Exchange("a length with zeros", post("Content-Length: 0003", "abc") + next, [200, 200]),
      Exchange("no length is no content", "POST /echo HTTP/1.1\r\n\(end)" + next, [200, 200]),
      Exchange(
        "GET with content", "GET /text HTTP/1.1\r\n\(host)Content-Length: 5\r\n\r\nGET /" + next,
        [200, 200]),
      Exchange(
        "content for nobody",
        "POST /nothing HTTP/1.1\r\n\(host)Content-Length: 3\r\n\r\nabc" + next, [404, 200]),
      Exchange(
        "content where it is not allowed",
        "DELETE /text HTTP/1.1\r\n\(host)Content-Length: 3\r\n\r\nabc" + next, [405, 200]),
      Exchange(
        "content as long as the limit",
        post("Content-Length: 65536", String(repeating: "a", count: 65_536)) + next, [200, 200]),
      Exchange("content beyond the limit", post("Content-Length: 65537", ""), [413], closes: true),
      Exchange(
        "HEAD with too much", "HEAD /text HTTP/1.1\r\n\(host)Content-Length: 65537\r\n\r\n", [413],
        closes: true),
    ]
    + [
      "5, 5", "+3", "-3", "3 3", "", "3a", "0x3", "3.0", "9223372036854775808",
      "99999999999999999999999", "３",
    ].map {
      Exchange("Content-Length: \($0)", post("Content-Length: \($0)", "abc"), [400], closes: true)
    } + [
      Exchange(
        "two lengths", post("Content-Length: 3\r\nContent-Length: 3", "abc"), [400], closes: true),
      Exchange(
        "two different lengths", post("Content-Length: 3\r\nContent-Length: 4", "abc"), [400],
        closes: true),
    ]

  private static func chunked(_ content: String) -> String {
    post("Transfer-Encoding: chunked", content)
  }

  static let chunks =
    [
      Exchange("chunks", chunked("3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n") + next, [200, 200]),
      Exchange("no chunks", chunked("0\r\n\r\n") + next, [200, 200]),
      Exchange("a last chunk of many zeros", chunked("000\r\n\r\n") + next, [200, 200]),
      Exchange(
        "a size after many zeros", chunked("00000000000000000003\r\nabc\r\n0\r\n\r\n") + next,
        [200, 200]),
      Exchange(
        "zeros without end", chunked(String(repeating: "0", count: 9000) + "3\r\nabc\r\n"), [413],
        closes: true),
      Exchange(
        "extensions", chunked("3;a;b=c;d=\"e;\\\"\";f\r\nabc\r\n0;x\r\n\r\n") + next, [200, 200]),
      Exchange(
        "extensions with space", chunked("3 ; a = b\r\nabc\r\n0\r\n\r\n") + next, [200, 200]),
      Exchange(
        "trailers", chunked("3\r\nabc\r\n0\r\nA: b\r\nContent-Length: 9\r\n\r\n") + next,
        [200, 200]),
      Exchange(
        "chunked in another case", post("Transfer-Encoding: CHUNKED", "0\r\n\r\n") + next,
        [200, 200]),
      Exchange(
        "chunked after an empty element", post("Transfer-Encoding: , chunked", "0\r\n\r\n") + next,
        [200, 200]),
      Exchange(
        "chunks on GET",
        "GET /text HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
          + next, [200, 200]),
      Exchange(
        "length and chunks", post("Content-Length: 3\r\nTransfer-Encoding: chunked", "0\r\n\r\n"),
        [400], closes: true),
      Exchange(
        "chunks in 1.0", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        [400], closes: true),
      Exchange(
        "gzip and chunked", post("Transfer-Encoding: gzip, chunked", "0\r\n\r\n"), [501],
        closes: true),
    ]
    + [
      "gzip", "identity", "chunked, gzip", "chunked, chunked", "xchunked", "chunked;a=b",
      "\"chunked\"", "chunked chunked", "",
    ].map {
      Exchange(
        "Transfer-Encoding: \($0)", post("Transfer-Encoding: \($0)", "0\r\n\r\n"), [400],
        closes: true)
    } + [
      Exchange(
        "chunked twice on two lines",
        post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "0\r\n\r\n"), [400],
        closes: true),
      Exchange("too large a chunk", chunked("10001\r\n"), [413], closes: true),
      Exchange(
        "chunks too large together",
        chunked("8000\r\n\(String(repeating: "a", count: 0x8000))\r\n8001\r\n"), [413], closes: true
      ),
      Exchange(
        "extensions beyond the limit",
        chunked("3;\(String(repeating: "a", count: 9000))\r\nabc\r\n"), [413], closes: true),
      Exchange(
        "extensions without end", chunked("3;\(String(repeating: "a", count: 9000))"), [413],
        closes: true),
      Exchange(
        "trailers beyond the limit",
        chunked("0\r\nA: \(String(repeating: "a", count: 9000))\r\n\r\n"), [413], closes: true),
    ]
    + [
      "g\r\n", "\r\n", "-1\r\n", "+3\r\nabc\r\n", "0x3\r\nabc\r\n", " 3\r\nabc\r\n",
      "3 \r\nabc\r\n", "3\nabc\r\n",
      "3\rabc", "3\r\nabcd\r\n", "3\r\nabc\n0\r\n", "3\r\nabc\rx", "3\r\nabcX\r\n",
      "FFFFFFFFFFFFFFFF\r\n", "0010000000000000003\r\n",
      "10000000000000000\r\n", "3;\r\n", "3;=a\r\n", "3;a=\r\n", "3;a=\"b\u{1}\"\r\n", "3,a\r\n",
      "0\r\nA : b\r\n\r\n",
      "0\r\n A: b\r\n\r\n", "0\r\nA\r\n\r\n", "0\r\nA: b\n\r\n", "0\r\n\rx",
    ].map { Exchange("chunk \($0.debugDescription)", chunked($0), [400], closes: true) }

  static let expectations = [
    Exchange("100-continue", post("Content-Length: 3\r\nExpect: 100-continue", ""), [100]),
    Exchange(
      "100-continue in another case", post("Content-Length: 3\r\nExpect: 100-Continue", ""), [100]),
    Exchange(
      "100-continue without content",
      "POST /echo HTTP/1.1\r\n\(host)Expect: 100-continue\r\n\r\n" + next, [200, 200]),
    Exchange(
      "100-continue where nothing is wanted",
      "POST /nothing HTTP/1.1\r\n\(host)Content-Length: 3\r\nExpect: 100-continue\r\n\r\n", [404],
      closes: true),
    Exchange(
      "100-continue, too much", post("Content-Length: 65537\r\nExpect: 100-continue", ""), [413],
      closes: true),
    Exchange(
      "100-continue after an answer", next + post("Content-Length: 3\r\nExpect: 100-continue", ""),
      [200, 100]),
    Exchange(
      "100-continue in 1.0 is ignored",
      "POST /echo HTTP/1.0\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\nabc", [200],
      closes: true),
    Exchange(
      "another expectation beside 100-continue", post("Expect: 100-continue, a", ""), [417],
      closes: true),
    Exchange("another expectation", post("Expect: a miracle", ""), [417], closes: true),
    Exchange(
      "another expectation, with content", post("Content-Length: 3\r\nExpect: 200-ok", "abc"),
      [417], closes: true),
  ]

  static let persistence =
    [
      "Close", "CLOSE, x", "x,close", ",close,", "keep-alive, close",
      "close\r\nConnection: keep-alive",
    ].map {
      Exchange(
        "Connection: \($0)", "GET /text HTTP/1.1\r\n\(host)Connection: \($0)\r\n\r\n" + next, [200],
        closes: true)
    }
    + ["", ",,", "keep-alive", "\"close\"", "not-close"].map {
      Exchange(
        "Connection: \($0)", "GET /text HTTP/1.1\r\n\(host)Connection: \($0)\r\n\r\n" + next,
        [200, 200])
    } + [
      Exchange("pipelined", next + next + next, [200, 200, 200]),
      Exchange(
        "close", "GET /text HTTP/1.1\r\n\(host)Connection: close\r\n\r\n" + next, [200],
        closes: true),
      Exchange(
        "close in a list", "GET /text HTTP/1.1\r\n\(host)Connection: a, CLOSE\r\n\r\n", [200],
        closes: true),
      Exchange(
        "close on the second line",
        "GET /text HTTP/1.1\r\n\(host)Connection: a\r\nConnection: close\r\n\r\n", [200],
        closes: true
      ),
      Exchange(
        "keep-alive in 1.0", "GET /text HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n" + next,
        [200, 200]),
      Exchange(
        "close beats keep-alive", "GET /text HTTP/1.0\r\nConnection: keep-alive, close\r\n\r\n",
        [200], closes: true),
      Exchange(
        "a word within another", "GET /text HTTP/1.1\r\n\(host)Connection: closed\r\n\r\n" + next,
        [200, 200]),
      Exchange(
        "a bad escape keeps the connection", "GET /items/%4 HTTP/1.1\r\n\(end)" + next, [400, 200]),
      Exchange(
        "nothing after a bad line is answered", "GET / HTTP/1.1\r\nA : b\r\n\(end)" + next, [400],
        closes: true),
      Exchange("errors keep the connection", "GET /nothing HTTP/1.1\r\n\(end)" + next, [404, 200]),
    ]

  static let methods = [
    Exchange("HEAD", "HEAD /text HTTP/1.1\r\n" + end, [200]),
    Exchange("HEAD of nothing", "HEAD /nothing HTTP/1.1\r\n" + end, [404]),
    Exchange("HEAD with a bad Host", "HEAD / HTTP/1.1\r\nHost: a b\r\n\r\n", [400], closes: true),
    Exchange(
      "no HEAD, with a bad Host", "HEaD / HTTP/1.1\r\nHost: a b\r\n\r\n", [400], closes: true),
    Exchange("no content", "GET /empty HTTP/1.1\r\n\(end)" + next, [204, 200]),
    Exchange("an unknown method", "BREW /text HTTP/1.1\r\n" + end, [501]),
    Exchange("an unknown method on nothing", "BREW /nothing HTTP/1.1\r\n" + end, [501]),
    Exchange("a method of other token characters", "!#$%&'*+-.^_`|~09 / HTTP/1.1\r\n" + end, [501]),
    Exchange("DELETE of nothing", "DELETE /nothing HTTP/1.1\r\n" + end, [404]),
    Exchange("methods have case", "get /text HTTP/1.1\r\n" + end, [501]),
    Exchange("a longer GET", "GETS /text HTTP/1.1\r\n" + end, [501]),
    Exchange("a method of another line", "PUT /text HTTP/1.1\r\n" + end, [405]),
    Exchange("GET where only POST is", "GET /echo HTTP/1.1\r\n" + end, [405]),
    Exchange("TRACE", "TRACE /text HTTP/1.1\r\n" + end, [405]),
    Exchange("CONNECT", "CONNECT a:80 HTTP/1.1\r\n" + end, [405]),
    Exchange("CONNECT without port", "CONNECT a HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("CONNECT with a bad port", "CONNECT a:b HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("CONNECT with an empty port", "CONNECT a: HTTP/1.1\r\n" + end, [400], closes: true),
    Exchange("CONNECT with a path", "CONNECT /text HTTP/1.1\r\n" + end, [400], closes: true),
  ]
}
