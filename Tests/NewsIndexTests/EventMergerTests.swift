import Extraction
import Formats
import Testing

@testable import NewsIndex

/// Which reports about one pair are of one event. Day 0 is any day.
struct EventMergerTests {
  private func range(_ first: Int32, _ last: Int32, _ precision: DateRange.Precision) -> DateRange {
    DateRange(
      earliest: CalendarDate(daysSinceEpoch: first), latest: CalendarDate(daysSinceEpoch: last),
      precision: precision)
  }

  private func day(_ day: Int32) -> DateRange { range(day, day, .day) }

  private func report(
    _ article: Int32, _ date: DateRange? = nil, published: Int32? = nil,
    _ modality: Modality = .asserted, city: Int32 = -1
  ) -> EventMerger.Report {
    EventMerger.Report(
      relation: article, evidence: article, article: article, date: date, city: city,
      modality: modality, published: published.map { self.day($0) })
  }

  @Test func `reports of one day are one event, announced or done`() {
    let reports = [
      report(0, day(5), published: 1, .planned), report(1, day(5), published: 6),
      report(2, day(9), published: 10),
    ]
    #expect(EventMerger.clusters(reports) == [[0, 1], [2]])
  }

  @Test func `two cities are two events`() {
    let reports = [report(0, day(5), city: 1), report(1, day(5), city: 2), report(2, day(5))]
    #expect(EventMerger.clusters(reports) == [[0, 2], [1]])
  }

  @Test func `a rough date joins the one day that it holds, and none of two`() {
    let week = range(3, 9, .week)
    #expect(EventMerger.clusters([report(0, day(5)), report(1, week)]) == [[0, 1]])
    #expect(
      EventMerger.clusters([report(0, day(5)), report(1, day(8)), report(2, week)])
        == [[0], [1], [2]])
  }

  @Test func `one article that dates something twice tells of two`() {
    let reports = [
      report(0, day(5), published: 1, .planned),
      report(0, range(0, 30, .month), published: 1, .planned),
    ]
    #expect(EventMerger.clusters(reports) == [[0], [1]])
    let other = report(1, range(0, 30, .month), published: 2, .planned)
    #expect(EventMerger.clusters(reports + [other]) == [[0], [1], [2]])
  }

  @Test func `what an article repeats without a date is what it dated`() {
    let reports = [report(0, day(5), published: 50), report(0, published: 50)]
    #expect(EventMerger.clusters(reports) == [[0, 1]])
  }

  @Test func `undated reports are one event only where their articles are of one time`() {
    let reports = [report(0, published: 1), report(1, published: 2), report(2, published: 30)]
    #expect(EventMerger.clusters(reports) == [[0, 1], [2]])
    #expect(EventMerger.clusters([report(0), report(1)]) == [[0], [1]])
  }

  @Test func `nobody announces what is over`() {
    let reports = [report(0, day(5), published: 6), report(1, published: 7, .planned)]
    #expect(EventMerger.clusters(reports) == [[0], [1]])
  }

  @Test func `many reports take no more than their number`() {
    var reports: [EventMerger.Report] = []
    for index in Int32(0)..<4000 {
      let date: DateRange? = index % 3 == 0 ? nil : day(index % 700)
      reports.append(report(index, date, published: index % 700))
    }
    let clock = ContinuousClock()
    let took = clock.measure {
      #expect(EventMerger.clusters(reports).reduce(0) { $0 + $1.count } == reports.count)
    }
    #expect(took < .seconds(20))
  }
}
