import API
import Testing

struct CSVWriterTests {
  private func csv(_ columns: [String], _ rows: [String]) -> String {
    var writer = CSVWriter(columns: columns)
    for row in rows { writer.append(Array(row.utf8)) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `scalars stand in the column of their path`() {
    let row =
      #"{"id":"a","entity":{"id":"b","n":1.5},"flag":true,"gone":null,"x":{"y":{"z":"deep"}}}"#
    #expect(
      csv(["id", "entity.id", "entity.n", "flag", "gone", "absent", "x.y.z"], [row])
        == "id,entity.id,entity.n,flag,gone,absent,x.y.z\r\na,b,1.5,true,,,deep\r\n")
  }

  @Test func `several values of one path share a cell`() {
    let row =
      #"{"utf8":[1,2],"aliases":[{"text":"A","n":1},{"text":"B","n":2}],"empty":[],"last":{}}"#
    #expect(
      csv(["utf8", "aliases.text", "empty"], [row]) == "utf8,aliases.text,empty\r\n1;2,A;B,\r\n")
  }

  @Test func `commas, quotes and line ends are quoted`() {
    let row = #"{"a":"x,y","b":"say \"hi\"","c":"one\ntwo\u0001\\"}"#
    #expect(
      csv(["a", "b", "c"], [row]) == "a,b,c\r\n\"x,y\",\"say \"\"hi\"\"\",\"one\ntwo\u{1}\\\"\r\n")
  }

  @Test(arguments: ["", "{", "{\"a", "{\"a\":\"b\\", "{\"a\":[", "]}"])
  func `a row cut short is no trap`(row: String) {
    #expect(csv(["a"], [row]).hasPrefix("a\r\n"))
  }
}
