import Testing
import dateline

@Test(arguments: [
  (12_345, 4.0, 500, 1000, "12,345 articles · 3,086/s · 4 s left"),
  (10, 10.0, 10, 1000, "10 articles · 1/s · 16 min 30 s left"),
  (1_000_000, 2.0, 1000, 1000, "1,000,000 articles · 500,000/s"),
  (0, 2.0, 0, 1000, "0 articles · 0/s"),
])
func `progress says how many, how fast and how long`(
  articles: Int, seconds: Double, bytes: Int, totalBytes: Int, text: String
) {
  let line = Progress.line(
    articles: articles, seconds: seconds, bytes: bytes, totalBytes: totalBytes)
  #expect(line == text)
}

@Test func `without a known size no time is promised`() {
  let line = Progress.line(articles: 10, seconds: 2, bytes: 5, totalBytes: nil)
  #expect(line == "10 articles · 5/s")
}
