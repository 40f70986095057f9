import API
import HTTP
import Testing

/// Events, timelines and pairs as they are served.
struct EventTests {
  private let client = Client()

  @Test func `an event is its reports merged, and its id leads back to it`() throws {
    let rows = try client.rows("/events")
    #expect(rows.count == 5)
    for row in rows {
      let id = try #require(row["id"]?.string)
      #expect(try client.json("/events/\(id)") == row)
      for report in row["reports"]?.array ?? [] {
        let relation = try client.json("/relations/\(report["relation"]?.string ?? "")")
        #expect(relation["modality"] == report["modality"])
        #expect(report["evidence"]?["article"] == report["article"])
      }
    }
    let praised = try client.rows("/events?predicate=praises")
    // The same words name both whom she thanked.
    #expect(praised.count == 1)
    #expect(praised.first?["participants"]?.array?.count == 3)
  }

  @Test func `filters of events are those of their names`() throws {
    let count = { (target: String) in try client.rows(target).count }
    #expect(try count("/events?status=denied") == 1)
    #expect(try count("/events?status=occurred,denied") == 5)
    #expect(try count("/events?type=CONSULT&entity=Quist") == 2)
    #expect(try count("/entities/Quist/events") == 3)
    #expect(try count("/entities/Quist/events?entity=Norvia") == 2)
    #expect(try count("/events?article=first") == 4)
    #expect(try count("/events?sort=-date,id") == 5)
    let dated = try client.json("/events?from=2024-02-01&to=2024-02-03")
    #expect(dated["page"]?["total"]?.integer == 1)
    #expect(dated["page"]?["undated"]?.integer == 4)
    #expect(try client.get("/events?status=done").status == 400)
    #expect(try client.get("/events?from=soon").status == 400)
    #expect(try client.get("/events/0123456789abcdef").status == 404)
    #expect(try client.get("/events?format=csv").text.hasPrefix("id,type,predicate,status,"))
  }

  @Test func `a timeline counts what it has no date for`() throws {
    let body = try client.json("/entities/arno-velt/timeline")
    let entries = try #require(body["data"]?.array)
    #expect(entries.compactMap { $0["kind"]?.string } == ["event"])
    #expect(entries[0]["date"]?["value"]?.string == "2024-02-02")
    #expect(body["page"]?["undated"]?.integer == 3)
    #expect(try client.rows("/entities/arno-velt/timeline?from=2024-02-03").isEmpty)
  }

  @Test func `a pair has its relations both ways, its events, sentences and articles`() throws {
    let pair = try client.json("/entities/Quist/with/Norvia")
    #expect(pair["entities"]?[1]?["id"]?.string == "norvia")
    for (member, total) in [("relations", 2), ("events", 2), ("sentences", 2), ("articles", 2)] {
      #expect(pair[member]?["total"]?.integer == total, "\(member)")
      #expect(pair[member]?["data"]?.array?.count == total, "\(member)")
      let all = try #require(pair[member]?["all"]?.string)
      #expect(try client.rows(all) == pair[member]?["data"]?.array)
    }
    #expect(
      try client.get("/entities/Quist/with/Norvia").field("Content-Location")
        == ["/entities/elodie-quist/with/norvia"])
    #expect(try client.get("/entities/Quist/with/Nobody").status == 404)
    #expect(try client.get("/entities/Velt/with/Norvia").status == 300)
  }
}
