/// The frozen index: everything that is served, in flat tables. It never changes.
package final class Snapshot: Sendable {
  package init() {}
}
