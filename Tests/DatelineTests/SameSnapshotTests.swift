import Foundation
import Testing

/// Articles with namesakes, surnames alone, spellings of one name, and days known to the month.
private let articles: [String] = (0..<48).map { number in
  let people = ["Anna Markin", "Peter Markin", "Yusuf Karimov", "Yousuf Karimov", "Helen Osborne"]
  let places = ["Paris", "Norway", "Berlin"]
  let (one, other) = (people[number * 7 % 5], people[(number * 3 + 1) % 5])
  let surname = one.split(separator: " ")[1]
  let text =
    "\(one) met \(other) in \(places[number % 3]) on Friday. \(surname) said that the talks on "
    + "\(places[number * 5 % 3]) were long. “We are tired,” \(other) said."
  let published = number % 4 == 0 ? "2024-0\(1 + number % 9)" : "2024-05-\(10 + number % 20)"
  return """
    {"id":"a\(number)","title":"Talks \(number % 6)","source":"Paper \(number % 5)",\
    "published":"\(published)","text":"\(text)"}
    """
}

@Test func `the snapshot is the same on any number of threads and in any order of files`()
  async throws
{
  let scratch = try Scratch()
  for (number, article) in articles.enumerated() {
    try scratch.write("forth/\(100 + number).json", article)
    try scratch.write("back/\(900 - number).json", article)
  }
  let ways = [("forth", "1"), ("forth", "2"), ("back", "2"), ("back", "5")]
  let targets = [
    "/", "/articles?limit=500", "/entities?limit=500", "/mentions?limit=500", "/graph?limit=500",
    "/entities/karimov", "/articles?published_from=2024-03&published_to=2024-05-20&sort=title",
  ]
  var first: [String: Data] = [:]
  for (folder, threads) in ways {
    let program = try Running(
      [scratch.path + "/" + folder, "--port", "0", "--threads", threads])
    let base = try program.base()
    for target in targets {
      let content = try await Answer.get(base + target).content
      #expect(first[target] ?? content == content, "\(target) of \(folder) on \(threads) threads")
      first[target] = content
    }
    program.send(SIGTERM)
  }
  #expect(
    first["/"].map { String(decoding: $0, as: UTF8.self).contains("\"articles\":48") } == true)
}
