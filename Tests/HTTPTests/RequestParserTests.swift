import Testing

@testable import HTTP

struct RequestParserTests {
  private static let good = [
    "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
    "\r\nHEAD /a/b?c=d HTTP/1.0\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nHost: [::1]:80\r\nA:\r\nB: \t c \r\n\r\n",
    "POST http://a:80/b HTTP/1.1\r\nHOST: a\r\nContent-Length: 3\r\nIf-None-Match: \"a\", \"b\"\r\n\r\n",
    "BREW /pot HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\nAccept-Encoding: br\r\n\r\n",
  ]

  private static func parse(_ bytes: some Sequence<UInt8>) throws -> RequestHead? {
    let bytes = Array(bytes)
    var head = RequestHead()
    return try RequestParser(limits: Limits()).parse(bytes.span, into: &head) ? head : nil
  }

  @Test(arguments: good)
  func `every prefix asks for more, and what follows is not looked at`(_ text: String) throws {
    let bytes = Array(text.utf8)
    for end in 0..<bytes.count {
      #expect(try Self.parse(bytes[..<end]) == nil)
    }
    for rest in ["", "\0", "GET", "\r\n"] {
      #expect(try Self.parse(bytes + Array(rest.utf8))?.byteCount == bytes.count)
    }
  }

  @Test func `fields are found in any case, and repeated ones joined`() throws {
    let bytes = Array(
      "GET / HTTP/1.1\r\nhOST: a\r\nIF-none-MATCH: \"a\"\r\nX: y\r\nIf-None-Match:\"b\"\r\n\r\n"
        .utf8)
    let head = try #require(try Self.parse(bytes))
    #expect(head.fieldCount == 4)
    #expect(head.has(.host) && !head.isRepeated(.host))
    #expect(head.isRepeated(.ifNoneMatch))
    let joined = head.withValue(.ifNoneMatch, in: bytes.span) { $0.text(0..<$0.count) }
    #expect(joined == "\"a\",\"b\"")
    #expect(head.withValue(.accept, in: bytes.span) { $0.count } == nil)
  }

  @Test(arguments: KnownField.allCases)
  func `every known field is known by its name and no other`(_ field: KnownField) {
    let name = field.name.withUTF8Buffer { unsafe Array($0) }
    let capitals = name.map { $0 >= 0x61 ? $0 - 0x20 : $0 }
    #expect(KnownField.named(name.span) == field)
    #expect(KnownField.named(capitals.span) == field)
    for i in name.indices {
      var other = name
      other[i] = UInt8(ascii: "_")
      #expect(KnownField.named(other.span) == nil)
    }
    let longer = name + [UInt8(ascii: "s")]
    #expect(KnownField.named(longer.span) == nil)
  }

  @Test(arguments: Method.allCases)
  func `every method is known by its name and no other`(_ method: Method) {
    let name = Array(method.name.utf8)
    #expect(Method.named(name.span) == method)
    for i in name.indices {
      var other = name
      other[i] |= 0x20
      #expect(Method.named(other.span) == nil)
    }
  }

  @Test func `a run of plain octets ends before the first that is not plain`() {
    let letters = Set(UInt8(65)...90).union(97...122)
    let plain: [(Set<UInt8>, (UInt64) -> Int)] = [
      (letters.union([UInt8(ascii: "-")]), \.leadingNameCount),
      (letters.union(0x24...0x3b).union([0x3f, 0x40]), \.leadingTargetCount),
      (Set(UInt8(0x20)...0x7e).union(0x80...0xff), \.leadingFieldContentCount),
    ]
    for (octets, count) in plain {
      for first in UInt8.min...UInt8.max {
        for second in UInt8.min...UInt8.max {
          // Both ends of the word, so that nothing an octet does to its neighbour goes unseen.
          let start: UInt64 = 0x6161_6161_6161_0000 | UInt64(second) << 8 | UInt64(first)
          let end: UInt64 = 0x6161_6161_6161 | UInt64(second) << 56 | UInt64(first) << 48
          let run = octets.contains(first) ? octets.contains(second) ? 8 : 1 : 0
          // One expectation a pair would take most of the time.
          if count(start) != run || count(end) != (run == 8 ? 8 : run + 6) {
            Issue.record("\(first) \(second)")
          }
        }
      }
    }
  }

  @Test func `octet classes are those of the grammar`() {
    let letters = (65...90).map { UInt8($0) } + (97...122).map { UInt8($0) }
    let digits = (48...57).map { UInt8($0) }
    let tokens = Set(letters + digits + Array("!#$%&'*+-.^_`|~".utf8))
    let targets = Set(letters + digits + Array("-._~!$&'()*+,;=:@/?%".utf8))
    let hosts = Set(letters + digits + Array("-._~!$&'()*+;=%".utf8))
    for octet in UInt8.min...UInt8.max {
      #expect(OctetSet.token.contains(octet) == tokens.contains(octet))
      #expect(OctetSet.target.contains(octet) == targets.contains(octet))
      #expect(OctetSet.hostName.contains(octet) == hosts.contains(octet))
    }
  }
}

struct RequestTargetTests {
  static let cases: [(String, [String]?)] = [
    ("/", []), ("", []), ("/a", ["a"]), ("/a/", ["a", ""]), ("//a", ["", "a"]),
    ("/a//b", ["a", "", "b"]),
    ("/a%2Fb/c", ["a/b", "c"]), ("/a+b", ["a+b"]), ("/%2e%2e", [".."]), ("/a?b/c", ["a"]),
    ("/?", []),
    ("/%", nil), ("/%00", nil), ("/%C0%80", nil), ("/a/%FF/b", nil),
  ]

  @Test(arguments: cases)
  func `a path is split, then decoded once`(_ raw: String, _ path: [String]?) {
    let bytes = Array(raw.utf8)
    #expect(RequestTarget(bytes.span)?.path == path)
  }
}
