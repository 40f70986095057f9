import Formats
import Testing

@Test func `every day of four centuries is the day after the one before`() throws {
  var day = try #require(CalendarDate(year: 1800, month: 1, day: 1))
  for year in 1800..<2200 {
    for month in 1...12 {
      for dayOfMonth in 1...CalendarDate.dayCount(year: year, month: month) {
        let date = try #require(CalendarDate(year: year, month: month, day: dayOfMonth))
        #expect(date == day)
        #expect(date.components == (year, month, dayOfMonth))
        day = CalendarDate(daysSinceEpoch: day.daysSinceEpoch + 1)
      }
    }
  }
}

@Test func `days that do not exist are refused`() {
  #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
  #expect(CalendarDate(year: 2023, month: 13, day: 1) == nil)
  #expect(CalendarDate(year: 0, month: 1, day: 1) == nil)
}

@Test func `a date has its weekday and its ISO form`() {
  let date = CalendarDate(year: 2024, month: 10, day: 7)
  #expect(date?.weekday == 0)
  #expect(date?.description == "2024-10-07")
}
