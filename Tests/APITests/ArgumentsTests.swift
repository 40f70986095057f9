import Formats
import HTTP
import Testing

@testable import API

struct ArgumentsTests {
  private let parameters: [Parameter] = [
    .source, .type, .publishedFrom, .publishedTo, .sort(["name", "date"], standard: "-date"),
    .limit, .pretty,
  ]

  private func arguments(_ items: [(String, String)]) throws -> Arguments {
    try Arguments(items.map { QueryItem(name: $0.0, value: $0.1) }, accepting: parameters)
  }

  @Test func `what is not given has its standard value`() throws {
    let none = try arguments([])
    #expect(none.limit == 50)
    #expect(!none.flag(.pretty))
    #expect(none.sortKeys.map(\.key) == ["date"])
    #expect(none.sortKeys.map(\.descends) == [true])
    #expect(none.alternatives(.type).isEmpty)
  }

  @Test func `a comma is or, a repetition is and`() throws {
    let some = try arguments([("type", "person,place"), ("source", "A"), ("type", "place")])
    #expect(some.alternatives(.type) == [["person", "place"], ["place"]])
    #expect(some.alternatives(.source) == [["A"]])
  }

  @Test(arguments: [
    ("2024", "2024-01-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02-28", "2023-02-28", "2023-02-28"),
  ])
  func `a date bound may be a day, a month or a year`(text: String, first: String, last: String)
    throws
  {
    let dates = try arguments([("published_from", text), ("published_to", text)])
    #expect(dates.firstDay(.publishedFrom)?.description == first)
    #expect(dates.lastDay(.publishedTo)?.description == last)
  }

  @Test(arguments: [
    ("published_from", "24-01-01"), ("published_from", "2024-13"), ("published_from", "2024-02-30"),
    ("published_from", "2024-1-1"), ("published_from", "２０２４"), ("limit", "0"), ("limit", "501"),
    ("limit", "5.0"), ("limit", ""), ("limit", "99999999999999999999"), ("limit", "-1"),
    ("pretty", "yes"), ("type", "person,"), ("type", "PERSON"), ("source", ","), ("sort", "size"),
    ("sort", "--name"), ("sort", "name,-name"), ("sort", ""), ("unheard", "1"),
  ])
  func `values that cannot be are refused`(name: String, value: String) {
    #expect(throws: Problem.self) { try arguments([(name, value)]) }
  }
}
