package import HTTP

/// The table of everything served.
package enum Routes {
  package static let all: [Route] = []
}
