import API
import Extraction
import HTTP
import Testing

/// Relations and quotations as they are served.
struct RelationTests {
  private let client = Client()

  @Test func `a relation carries its evidence, and its id leads back to it`() throws {
    let rows = try client.rows("/relations")
    #expect(rows.count == 8)
    for row in rows {
      let id = try #require(row["id"]?.string)
      #expect(try client.json("/relations/\(id)") == row)
      let evidence = try #require(row["evidence"]?[0])
      let article = try #require(evidence["article"]?.string)
      let text = Array(try client.get("/articles/\(article)/text").text.unicodeScalars)
      let sentence = try #require(evidence["text"]?.string)
      for name in ["subject", "object", "trigger"] {
        guard let range = evidence[name]?.integers else { continue }
        let words = String(String.UnicodeScalarView(text[range[0]..<range[1]]))
        #expect(sentence.contains(words), "\(name)")
      }
    }
  }

  @Test func `the same pair under another modality or attribution is another relation`() throws {
    let founded = try client.rows("/relations?predicate=founded")
    #expect(founded.count == 1)
    #expect(founded.first?["modality"]?.string == "reported")
    #expect(founded.first?["attributed_to"]?["id"]?.string == "norvia")
    let meetings = try client.rows("/relations?predicate=meets")
    #expect(Set(meetings.compactMap { $0["modality"]?.string }) == ["asserted", "denied"])
  }

  @Test func `whoever the text only describes has a name and no id`() throws {
    let urged = try client.rows("/relations?type=REQUEST").first
    #expect(urged?["object"]?["id"] == .null)
    #expect(urged?["object"]?["name"]?.string == "ships")
    #expect(urged?["date"]?["value"]?.string == "2024-02-02")
    #expect(urged?["qualifiers"]?["goods"]?.string == urged?["object"]?["name"]?.string)
  }

  @Test func `filters of relations are those of their names`() throws {
    let count = { (target: String) in try client.rows(target).count }
    #expect(try count("/relations?subject=Quist") == 3)
    #expect(try count("/relations?subject=Quist&object=Norvia") == 2)
    #expect(try count("/relations?entity=Quist&entity=Norvia") == 2)
    #expect(try count("/entities/Quist/relations?entity=Norvia&modality=denied") == 1)
    #expect(try count("/entities/Quist/relations") == 4)
    #expect(try count("/relations?article=second") == 2)
    #expect(
      try client.json("/relations?published_from=2024-02-04")["page"]?["undated"]?.integer == 1)
    #expect(try client.json("/entities/Quist")["counts"]?["relations"]?.integer == 4)
  }

  @Test func `a bound on when it happened leaves out and counts what has no date`() throws {
    let page = try client.json("/relations?from=2024-02&to=2024-02-02")
    #expect(page["data"]?.array?.compactMap { $0["predicate"]?.string } == ["urges"])
    #expect(page["page"]?["undated"]?.integer == 7)
    #expect(try client.rows("/relations?from=2024-02-03").isEmpty)
    #expect(try client.rows("/entities/arno-velt/relations?to=2023").isEmpty)
    #expect(try client.rows("/relations?sort=date").first?["predicate"]?.string == "urges")
  }

  @Test func `the times of an article are told with what they rest on`() throws {
    let times = try #require(client.json("/articles/first?include=times")["times"]?.array)
    #expect(times.count == 1)
    #expect(times[0]["value"]?.string == "2024-02-02")
    #expect(times[0]["basis"]?.string == "publication")
    let range = try #require(times[0]["start"]?.integer)..<(times[0]["end"]?.integer ?? 0)
    let text = Array(try client.get("/articles/first/text").text.unicodeScalars)
    #expect(
      String(String.UnicodeScalarView(text[range])) == times[0]["text"]?.string)
  }

  @Test func `edges of the two classes are never mixed`() throws {
    for name in ["relation", "cooccurrence"] {
      let edges = try #require(client.json("/graph?class=\(name)")["edges"]?.array)
      #expect(!edges.isEmpty)
      #expect(edges.allSatisfy { $0["class"]?.string == name })
      let near = try client.rows("/entities/norvia/neighbors?class=\(name)")
      #expect(near.allSatisfy { $0["edge"]?["class"]?.string == name })
    }
    let plain = try client.json("/graph")["edges"]?.array
    #expect(plain == (try client.json("/graph?class=cooccurrence")["edges"]?.array))
  }

  @Test func `quotations have their speaker, and one without is told too`() throws {
    let quotes = try client.rows("/quotes")
    #expect(quotes.compactMap { $0["form"]?.string } == ["direct", "scare"])
    #expect(quotes[0]["speaker"]?["id"]?.string == "arno-velt")
    #expect(quotes[1]["speaker"] == nil)
    #expect(try client.rows("/entities/arno-velt/quotes") == [quotes[0]])
    #expect(try client.rows("/quotes?form=scare") == [quotes[1]])
  }

  @Test func `what is told in the writer's words is a quotation for those who ask`() throws {
    let told = try client.rows("/quotes?form=indirect")
    #expect(told.compactMap { $0["modality"]?.string } == ["denied"])
    #expect(try client.rows("/entities/arno-velt/quotes?form=indirect") == told)
    #expect(try client.rows("/quotes?form=indirect,direct,scare,partial").count == 3)
  }

  @Test func `the schema explains every predicate`() throws {
    let predicates = try #require(client.json("/schema")["predicates"]?.array)
    #expect(predicates.compactMap { $0["name"]?.string } == Predicate.allCases.map(\.name))
    #expect(predicates.allSatisfy { $0["meaning"]?.string?.isEmpty == false })
  }
}
