internal import Extraction
internal import Formats

/// Rows by the days they are about, for `from` and `to`.
///
/// Dates of about one length stand together by their first day, so that those that reach into a
/// bound from before it are near it.
struct DatedRows: Sendable {
  private struct Entry: Sendable {
    var earliest: Int32
    var latest: Int32
    var row: Int32
  }

  private struct Group: Sendable {
    var entries: [Entry] = []
    /// Days from the first to the last of an entry, at most.
    var longest: Int32 = 0
  }

  private var groups: [Group] = []
  /// Rows without a date, ascending.
  private(set) var undated: [Int32] = []
  private var rowCount = 0

  init() {}

  /// - Parameter dates: those of each row; several where its reports differ.
  init(rowCount: Int, dates: (Int) -> [DateRange]) {
    self.rowCount = rowCount
    // Lengths up to a day, 8 days, 64 days …
    groups = [Group](repeating: Group(), count: 6)
    for row in 0..<rowCount {
      let own = Set(dates(row))
      if own.isEmpty { undated.append(Int32(truncatingIfNeeded: row)) }
      for date in own {
        let entry = Entry(
          earliest: date.earliest.daysSinceEpoch, latest: date.latest.daysSinceEpoch,
          row: Int32(truncatingIfNeeded: row))
        let length = max(0, entry.latest - entry.earliest)
        let group = min(5, (Int32.bitWidth - length.leadingZeroBitCount + 2) / 3)
        groups[group].entries.append(entry)
        groups[group].longest = max(groups[group].longest, length)
      }
    }
    for index in groups.indices {
      groups[index].entries.sort { ($0.earliest, $0.row) < ($1.earliest, $1.row) }
    }
  }

  /// Rows that are about some day within.
  /// - Complexity: O(log n), one step for each date that begins within the bounds or within the
  ///   longest of its group before them, and one for 64 rows.
  func rows(within bounds: DayBounds) -> OrdinalSet {
    var bits = [UInt64](repeating: 0, count: rowCount / 64 + 1)
    let from = bounds.from?.daysSinceEpoch
    let to = bounds.to?.daysSinceEpoch
    for group in groups {
      let start = from.map { from in
        group.entries.partitioningIndex { Int($0.earliest) + Int(group.longest) >= Int(from) }
      }
      let end = to.map { to in group.entries.partitioningIndex { $0.earliest > to } }
      let first = start ?? 0
      for entry in group.entries[first..<max(first, end ?? group.entries.count)]
      where from.map({ $0 <= entry.latest }) ?? true {
        bits[Int(entry.row) >> 6] |= 1 << UInt64(entry.row & 63)
      }
    }
    return OrdinalSet(
      storage: .bits(bits), bounds: 0..<Int32(truncatingIfNeeded: rowCount))
  }
}
