import Formats
import Testing

@Test func `a moment is written in the fixed form and read back`() {
  #expect(text(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
  #expect(text(0) == "Thu, 01 Jan 1970 00:00:00 GMT")
  #expect(text(-1) == "Wed, 31 Dec 1969 23:59:59 GMT")
  #expect(text(.min) == "Mon, 01 Jan 0001 00:00:00 GMT")
  #expect(text(.max) == "Fri, 31 Dec 9999 23:59:59 GMT")
  var random = SeededGenerator(seed: 1)
  for _ in 0..<2000 {
    let moment = Int64.random(in: -2_000_000_000...200_000_000_000, using: &random)
    #expect(HTTPDate.bytes(unixSeconds: moment).count == HTTPDate.byteCount)
    #expect(read(text(moment)) == moment)
  }
}

@Test(arguments: [
  ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
  ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Wed Nov 16 08:49:37 1994", 784_975_777),
  ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_799),
  ("Sunday, 06-Nov-50 08:49:37 GMT", 2_551_337_377),
  ("Tuesday, 14-Nov-73 22:13:20 GMT", 3_277_923_200),
  ("Wednesday, 14-Nov-73 22:13:21 GMT", 122_163_201),
  ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
])
func `three forms are read`(text: String, moment: Int64) {
  #expect(read(text) == moment)
}

@Test(arguments: [
  "", "garbage", "Mon, 06 Nov 1994 08:49:37 GMT", "Sun, 6 Nov 1994 08:49:37 GMT",
  "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 Nov 1994 08:49:37 GMT ",
  "sun, 06 nov 1994 08:49:37 gmt",
  "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:00 GMT", "Sun, 31 Nov 1994 08:49:37 GMT",
  "Sun, 06 Nov 1994 08:49:61 GMT", "Sun, 06 Nov 94 08:49:37 GMT", "Sun Nov 06 08:49:37 94",
  "Sun, 06 Nov 0000 08:49:37 GMT", "784111777",
])
func `other dates are not dates`(text: String) {
  #expect(read(text) == nil)
}

private func text(_ moment: Int64) -> String {
  String(decoding: HTTPDate.bytes(unixSeconds: moment), as: UTF8.self)
}

private func read(_ text: String) -> Int64? {
  let bytes = Array(text.utf8)
  return HTTPDate.unixSeconds(bytes.span, nowUnixSeconds: 1_700_000_000)
}
