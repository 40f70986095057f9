import Formats
import Testing

@testable import Extraction

/// Which words tell when an event happened. The articles are of Wednesday, 2024-03-13.
struct RelationTimeFinderTests {
  private func dates(_ trees: String) -> [String] {
    var parsed = ParsedArticle(trees, [("Norway", .place), ("Sweden", .place), ("Kari", .person)])
    let published = CalendarDate(year: 2024, month: 3, day: 13).map {
      PublicationDate(earliest: $0, latest: $0, precision: .day, basis: .metadata)
    }
    let analysis = parsed.marked.analysis
    parsed.marked.analysis.times =
      TimeReader.read(
        parsed.marked.article.text.span, tokens: analysis.tokens, sentences: analysis.sentences,
        published: published
      ).times
    let words = ArticleWords(parsed.marked.article, parsed.marked.analysis, parsed.syntax)
    let times = parsed.marked.analysis.times
    return RelationExtractor.relations(in: words, times: times).map { relation in
      "\(relation.predicate.name) "
        + (relation.time.flatMap { times[Int($0)].value } ?? "-")
    }
  }

  @Test func `the time of the verb is that of the event`() {
    let attack = "Norway/NNP/2/nsubj attacked/VBD/0/root Sweden/NNP/2/obj"
    #expect(dates(attack + " on/IN/5/case Monday/NNP/2/obl") == ["attacks 2024-03-11"])
    #expect(dates(attack + " in/IN/5/case 2022/CD/2/obl") == ["attacks 2022"])
    #expect(dates(attack) == ["attacks -"])
  }

  @Test func `the time before a noun is that of the noun`() {
    let attack = "Norway/NNP/2/nsubj attacked/VBD/0/root Sweden/NNP/2/obj"
    #expect(
      dates(attack + " for/IN/7/case its/PRP$/7/nmod 2022/CD/7/nmod vote/NN/2/obl")
        == ["attacks -"])
    #expect(
      dates(attack + " in/IN/6/case 2022/CD/6/nmod riots/NNS/2/obl") == ["attacks 2022"])
  }

  @Test func `where something begins or ends is not when it happened`() {
    let attack = "Norway/NNP/3/nsubj has/VBZ/3/aux attacked/VBN/0/root Sweden/NNP/3/obj"
    #expect(dates(attack + " since/IN/6/case 2022/CD/3/obl") == ["attacks -"])
  }

  @Test func `a day gone by is not that of what is to come`() {
    let said =
      "Kari/NNP/2/nsubj said/VBD/0/root on/IN/4/case Monday/NNP/7/obl Norway/NNP/7/nsubj "
      + "will/MD/7/aux attack/VB/2/ccomp Sweden/NNP/7/obj"
    #expect(dates(said) == ["attacks -"])
  }

  @Test func `a day before the saying is not that of what is said`() {
    let said =
      "On/IN/2/case Monday/NNP/6/obl Kari/NNP/4/nsubj said/VBD/0/root Norway/NNP/6/nsubj "
      + "attacked/VBD/4/ccomp Sweden/NNP/6/obj"
    #expect(dates(said) == ["attacks -"])
  }

  @Test func `a time that opens the sentence is that of its own verb`() {
    let opened =
      "Monday/NNP/4/nmod ,/,/1/punct Norway/NNP/4/compound troops/NNS/5/nsubj "
      + "attacked/VBD/0/root Sweden/NNP/5/obj"
    #expect(dates(opened) == ["attacks 2024-03-11"])
  }

  @Test func `of two times the finer one tells`() {
    let attack =
      "Norway/NNP/2/nsubj attacked/VBD/0/root Sweden/NNP/2/obj last/JJ/5/amod month/NN/2/obl "
      + "on/IN/7/case February/NNP/2/obl 5/CD/7/nummod"
    #expect(dates(attack) == ["attacks 2024-02-05"])
  }

  @Test func `what hangs on another clause has its own time`() {
    let told =
      "Kari/NNP/2/nsubj said/VBD/0/root on/IN/4/case Monday/NNP/2/obl Norway/NNP/6/nsubj "
      + "attacked/VBD/2/ccomp Sweden/NNP/6/obj"
    #expect(dates(told) == ["attacks -"])
  }

  @Test func `a time before two verbs is of both`() {
    let both =
      "On/IN/2/case Monday/NNP/5/obl ,/,/5/punct Norway/NNP/5/nsubj attacked/VBD/0/root "
      + "Sweden/NNP/5/obj and/CC/8/cc sanctioned/VBD/5/conj it/PRP/8/obj"
    #expect(dates(both).first == "attacks 2024-03-11")
  }

  @Test(arguments: [
    (",/,/7/punct", "2024-05-03"), ("\u{201c}/``/12/punct", "-"), ("won/VBD/7/acl", "-"),
  ])
  func `a time on a name is that of the verb before both`(between: String, date: String) {
    // The name is hung on the wrong verb, the day on the name.
    let meeting =
      "Norway/NNP/3/nsubj is/VBZ/3/aux scheduled/VBN/0/root to/TO/5/mark meet/VB/3/advcl "
      + "Sweden/NNP/5/obj Kari/NNP/3/parataxis \(between) on/IN/10/case May/NNP/7/nmod "
      + "3/CD/10/nummod"
    #expect(dates(meeting) == ["meets \(date)"])
  }
}
