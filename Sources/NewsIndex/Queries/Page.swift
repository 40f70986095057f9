package import Extraction
package import Formats

/// A slice of a query's results.
package struct Page<Item: Sendable>: Sendable {
  package var items: [Item]
  /// Results on all pages.
  package var total: Int
  /// Goes into the next page's `Cursor`; `nil` on the last page.
  package var next: Int32?
  /// Rows left out because a date bound was asked for and they have no date.
  package var undated: Int

  package init(items: [Item] = [], total: Int = 0, next: Int32? = nil, undated: Int = 0) {
    self.items = items
    self.total = total
    self.next = next
    self.undated = undated
  }
}

/// How much of a result is wanted, and after which row.
package struct PageRequest: Sendable, Equatable {
  /// At least 1.
  package var limit: Int
  /// What the page before gave as `next`, taken from a `Cursor` of the same query.
  package var after: Int32?

  package init(limit: Int, after: Int32? = nil) {
    self.limit = limit
    self.after = after
  }
}

/// A sort key and its direction; rows without a value come last either way.
package struct Sort<Key: Hashable & Sendable>: Hashable, Sendable {
  package var key: Key
  package var isDescending: Bool

  package init(_ key: Key, descending: Bool = false) {
    self.key = key
    self.isDescending = descending
  }
}

/// Inclusive bounds on the day something is of: where only a month or another range of days is
/// known of it, some day of that must lie within.
package struct DayBounds: Hashable, Sendable {
  package var from: CalendarDate?
  package var to: CalendarDate?

  package init(from: CalendarDate? = nil, to: CalendarDate? = nil) {
    self.from = from
    self.to = to
  }

  package var isBounded: Bool { from != nil || to != nil }

  package func admits(_ date: DateRange) -> Bool {
    from.map { $0 <= date.latest } ?? true && to.map { date.earliest <= $0 } ?? true
  }
}
