/// Expressions with their words, each read by a person.
enum WordsTable {
    static let rows: [(String, String)] = table.split(separator: "\n").map { line in
        let parts = line.split(separator: "|").map { $0.drop { $0 == " " } }
        return (String(parts[0].prefix { $0 != ")" }) + ")", String(parts[1]))
    }

    private static let table = """
        cron(0 2 ? * SUN *)              | At 02:00 on every Sunday
        cron(*/15 8-17 ? 3 friL *)       | Every 15 minutes, from 08:00 to 17:59, on the last Friday of March
        cron(* * * * ? *)                | Every minute
        cron(0 * * * ? *)                | Every hour, on the hour
        cron(30 * * * ? *)               | Every hour, at 30 minutes past
        cron(1 * * * ? *)                | Every hour, at 1 minute past
        cron(*/2 * * * ? *)              | Every 2 minutes
        cron(0/30 * * * ? *)             | Every 30 minutes
        cron(5/15 * * * ? *)             | At 5, 20, 35 and 50 minutes past every hour
        cron(*/25 * * * ? *)             | At 0, 25 and 50 minutes past every hour
        cron(*/7 * * * ? *)              | Every 7 minutes from 0 to 56 minutes past every hour
        cron(10-20 * * * ? *)            | Every minute from 10 to 20 minutes past every hour
        cron(0,10-20,45 * * * ? *)       | At 0, 10 to 20 and 45 minutes past every hour
        cron(59 23 31 12 ? 2199)         | At 23:59 on the 31st of December 2199
        cron(0 */6 * * ? *)              | Every 6 hours from 00:00 to 18:00, every day
        cron(0 */2 * * ? *)              | Every 2 hours from 00:00 to 22:00, every day
        cron(30 */2 * * ? *)             | Every 2 hours from 00:30 to 22:30, every day
        cron(0 9-17 * * ? *)             | Every hour from 09:00 to 17:00, every day
        cron(0 9-12 ? * MON-FRI *)       | Every hour from 09:00 to 12:00, on every day from Monday to Friday
        cron(30 9-11 ? * MON-FRI *)      | At 09:30, 10:30 and 11:30 on every day from Monday to Friday
        cron(0 22-2 * * ? *)             | Every hour from 22:00 to 02:00, every day
        cron(0 22-2 ? * FRI *)           | At 00:00, 01:00, 02:00, 22:00 and 23:00 on every Friday
        cron(*/10 22-2 * * ? *)          | Every 10 minutes, from 22:00 to 02:59, every day
        cron(*/10 22-2 ? * FRI *)        | Every 10 minutes, from 00:00 to 02:59 and 22:00 to 23:59, on every Friday
        cron(0 22-4/2 * * ? *)           | Every 2 hours from 22:00 to 04:00, every day
        cron(* 22-4/2 * * ? *)           | Every minute, in every 2nd hour from 22:00 to 04:59, every day
        cron(*/20 */3 * * ? *)           | Every 20 minutes, in every 3rd hour from 00:00 to 21:59, every day
        cron(*/20 8,12,16 * * ? *)       | Every 20 minutes, in every 4th hour from 08:00 to 16:59, every day
        cron(*/20 8,13,16 * * ? *)       | Every 20 minutes, from 08:00 to 08:59, 13:00 to 13:59 and 16:00 to 16:59, every day
        cron(*/20 8-11,13-17 * * ? *)    | Every 20 minutes, from 08:00 to 11:59 and 13:00 to 17:59, every day
        cron(0 0-5,8,10-20 * * ? *)      | On the hour, from 00:00 to 05:59, 08:00 to 08:59 and 10:00 to 20:59, every day
        cron(7 0-5,8,10-20 * * ? *)      | At 7 minutes past the hour, from 00:00 to 05:59, 08:00 to 08:59 and 10:00 to 20:59, every day
        cron(0,30 2 * * ? *)             | At 02:00 and 02:30 every day
        cron(0,30 8,12 * * ? *)          | At 08:00, 08:30, 12:00 and 12:30 every day
        cron(0,30 8-17 * * ? *)          | Every 30 minutes, from 08:00 to 17:59, every day
        cron(0 0 1 * ? *)                | At 00:00 on the 1st of every month
        cron(0 0 1,15 * ? *)             | At 00:00 on the 1st and 15th of every month
        cron(0 0 1-7 * ? *)              | At 00:00 on the 1st to 7th of every month
        cron(0 0 1-7,15,20-21 * ? *)     | At 00:00 on the 1st to 7th, 15th, 20th and 21st of every month
        cron(0 0 */2 * ? *)              | At 00:00 on every 2nd day from the 1st to the 31st of every month
        cron(0 0 */5 * ? *)              | At 00:00 on every 5th day from the 1st to the 31st of every month
        cron(0 0 */10 * ? *)             | At 00:00 on the 1st, 11th, 21st and 31st of every month, where there is such a day
        cron(0 0 31 * ? *)               | At 00:00 on the 31st of every month that has one
        cron(0 0 30 2 ? *)               | At 00:00 on the 30th of February, which never comes
        cron(0 0 29 2 ? *)               | At 00:00 on the 29th of February, in leap years
        cron(0 0 28-29 2 ? *)            | At 00:00 on the 28th and 29th of February, where there is such a day
        cron(0 0 29 2,3 ? *)             | At 00:00 on the 29th of February and March, where there is one
        cron(0 0 31 4,5 ? *)             | At 00:00 on the 31st of April and May, where there is one
        cron(0 0 31 1,3,5 ? *)           | At 00:00 on the 31st of January, March and May
        cron(0 0 1,31 * ? *)             | At 00:00 on the 1st and 31st of every month, where there is such a day
        cron(0 0 L * ? *)                | At 00:00 on the last day of every month
        cron(0 0 L-1 * ? *)              | At 00:00 on the day before the last day of every month
        cron(0 0 L-3 * ? *)              | At 00:00 on the 3rd day before the last day of every month
        cron(0 0 L-30 * ? *)             | At 00:00 on the 30th day before the last day of every month that has one
        cron(0 0 LW * ? *)               | At 00:00 on the last weekday of every month
        cron(0 0 L-3W * ? *)             | At 00:00 on the weekday nearest to the 3rd day before the last day of every month
        cron(0 0 15W * ? *)              | At 00:00 on the weekday nearest to the 15th of every month
        cron(0 0 31W * ? *)              | At 00:00 on the weekday nearest to the 31st of every month that has one
        cron(0 0 1,15W,L * ? *)          | At 00:00 on the 1st, the weekday nearest to the 15th and the last day of every month
        cron(0 0 ? * MON-FRI *)          | At 00:00 on every day from Monday to Friday
        cron(0 0 ? * SAT,SUN *)          | At 00:00 on every Saturday and Sunday
        cron(0 0 ? * FRI-MON *)          | At 00:00 on every day from Friday to Monday
        cron(0 0 ? * MON,WED,FRI *)      | At 00:00 on every Monday, Wednesday and Friday
        cron(0 0 ? * 1-5 *)              | At 00:00 on every day from Sunday to Thursday
        cron(0 0 ? * 1-7 *)              | At 00:00 every day
        cron(0 0 ? * * *)                | At 00:00 every day
        cron(0 0 ? * MON-SAT *)          | At 00:00 on every day from Monday to Saturday
        cron(0 0 ? * TUE#2 *)            | At 00:00 on the second Tuesday of every month
        cron(0 0 ? * TUE#5 *)            | At 00:00 on the fifth Tuesday of every month that has one
        cron(0 0 ? 2 TUE#5 *)            | At 00:00 on the fifth Tuesday of February, where there is one
        cron(0 0 ? 3,5 TUE#5 *)          | At 00:00 on the fifth Tuesday of March and May, where there is one
        cron(0 0 ? * 6L *)               | At 00:00 on the last Friday of every month
        cron(0 0 ? * SUN 2027)           | At 00:00 on every Sunday, in 2027
        cron(0 0 ? 3 SUN 2027)           | At 00:00 on every Sunday in March 2027
        cron(0 0 * 3 ? *)                | At 00:00 every day in March
        cron(0 0 * 3-6 ? *)              | At 00:00 every day from March to June
        cron(0 0 * 3,6 ? *)              | At 00:00 every day in March and June
        cron(0 0 * 11-2 ? *)             | At 00:00 every day from November to February
        cron(0 0 * 11-2 ? 2027)          | At 00:00 every day in January, February, November and December, in 2027
        cron(0 0 1 11-2 ? *)             | At 00:00 on the 1st of every month from November to February
        cron(0 0 1 */2 ? *)              | At 00:00 on the 1st of January, March, May, July, September and November
        cron(0 0 1 */3 ? *)              | At 00:00 on the 1st of January, April, July and October
        cron(0 0 1 1-7,9-12 ? *)         | At 00:00 on the 1st of every month from September to July
        cron(0 0 1 1-7,9-11 ? *)         | At 00:00 on the 1st of every month except August and December
        cron(0 0 ? 1-7,9-11 MON *)       | At 00:00 on every Monday in every month except August and December
        cron(0 0 1 1 ? 2099)             | At 00:00 on the 1st of January 2099
        cron(0 0 1 1 ? 2026-2030)        | At 00:00 on the 1st of January, from 2026 to 2030
        cron(0 0 1 1 ? 2026-2199)        | At 00:00 on the 1st of January, from 2026 on
        cron(0 0 1 1 ? 1970-2030)        | At 00:00 on the 1st of January, until the end of 2030
        cron(0 0 1 1 ? */2)              | At 00:00 on the 1st of January, in every 2nd year from 1970 to 2198
        cron(0 0 1 1 ? 2026,2028,2030-2035) | At 00:00 on the 1st of January, in 2026, 2028 and 2030 to 2035
        cron(0 0 * * ? 2027)             | At 00:00 every day in 2027
        cron(* * * * ? 2027)             | Every minute, every day in 2027
        cron(* * * 3 ? *)                | Every minute, every day in March
        cron(*/15 * ? * MON *)           | Every 15 minutes, on every Monday
        cron(0 * ? * MON *)              | Every hour, on the hour, on every Monday
        cron(0 0 * * ? 2027-2028)        | At 00:00 every day in 2027 and 2028
        cron(0 0,12 * * ? *)             | At 00:00 and 12:00 every day
        cron(15 0,6,12,18 * * ? *)       | Every 6 hours from 00:15 to 18:15, every day
        cron(0 1,2,3,5,8,13,21 * * ? *)  | On the hour, from 01:00 to 03:59, 05:00 to 05:59, 08:00 to 08:59, 13:00 to 13:59 and 21:00 to 21:59, every day
        cron(0-58/2 * * * ? *)           | Every 2 minutes
        cron(1/2 * * * ? *)              | Every 2 minutes from 1 to 59 minutes past every hour
        cron(45-15 * * * ? *)            | At 0 to 15 and 45 to 59 minutes past every hour
        cron(0 0 28-3 * ? *)             | At 00:00 on the 1st to 3rd and 28th to 31st of every month
        cron(0 0 L-1,L * ? *)            | At 00:00 on the last day and the day before the last day of every month
        cron(0 8 1W 1,7 ? 2026/5)        | At 08:00 on the weekday nearest to the 1st of January and July, in every 5th year from 2026 to 2196
        rate(7 days)                     | Every 7 days, counted from when the schedule is created
        rate(1 day)                      | Every day, counted from when the schedule is created
        rate(1 hour)                     | Every hour, counted from when the schedule is created
        rate(90 minutes)                 | Every 90 minutes, counted from when the schedule is created
        rate(1 minute)                   | Every minute, counted from when the schedule is created
        """
}
