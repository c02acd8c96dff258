/// Expressions and what is to be found in them.
enum Tables {
    static let sound = """
        cron(0 10 * * ? *)

        cron(15 12 * * ? *)

        cron(0 10 ? * 2-6 *)

        cron(0 18 ? * mon-fri *)

        cron(30 22 ? * tue#2 *)

        cron(0 0 ? * FRIL *)

        cron(0 0 ? * 6L 2019-2022)

        cron(0 0 L * ? *)

        cron(0 0 3W * ? *)

        cron(0 0 1,15,L * ? *)

        cron(*/5 8-17/2 1-7 jan,Mar,DEC ? 2026,2030-2040/2)

        cron(0/10 * ? * MON-FRI *)

        cron(/15 0 * * ? *)

        cron(00 001 09 05 ? 2021)

        cron(*,5 0 * * ? *)

        cron(0 0 1 1 ? 1970-2199)

        rate(1 minute)

        rate(7 days)

        rate(12 hours)
        """

    static let around = """
        0 0 * * ? *
        ^^^^^^^^^^^ no-wrapper

        0 0 * * *
        ^^^^^^^^^ no-wrapper
        ^^^^^^^^^ five-fields

        0 24 * * ? *
        ^^^^^^^^^^^^ no-wrapper
          ^^ out-of-range

        daily
        ^^^^^ no-wrapper

        7 days
        ^^^^^^ no-wrapper

        cronjob(0 0 * * ? *)
        ^^^^^^^^^^^^^^^^^^^^ no-wrapper

        CRON(0 0 * * ? *)
        ^^^^ wrapper-case

        Rate(7 days)
        ^^^^ wrapper-case

        rate(7 Days)
               ^^^^ wrapper-case

        cron(0 0 * * ? *
            ^ missing-parenthesis

        cron(0 0 * * *
            ^ missing-parenthesis
             ^^^^^^^^^ five-fields

        cron 0 0 * * ? *
        ^^^^ missing-parenthesis

        rate 7 days
        ^^^^ missing-parenthesis

        cron
        ^^^^ missing-parenthesis

        cron(0 0 * * ? *) UTC
                          ^^^ trailing-text

        cron(0 0 * * ? *);
                         ^ trailing-text

        at(2026-11-23T10:00:00)
        ^^^^^^^^^^^^^^^^^^^^^^^ at-expression

        at noon
        ^^^^^^^ no-wrapper

        cron(0  0 * * ? *)
              ^^ spaces

        cron( 0 0 * *  ? * )
             ^ spaces

        cron (0 0 * * ? *)
            ^ spaces

        rate( 7 days)
             ^ spaces

        rate(7days)
             ^^^^^ spaces

        cron(cron(0 0 * * ? *))
             ^^^^^^ malformed-item
                            ^^ malformed-item
        """

    static let fields = """
        cron(0 0 * * *)
             ^^^^^^^^^ five-fields

        cron(0 0 * * SUN)
             ^^^^^^^^^^^ five-fields

        cron(99 99 * * ?)
             ^^^^^^^^^^^ five-fields

        cron()
        ^^^^^^ field-count

        cron(daily)
             ^^^^^ field-count

        cron(0 0 * *)
             ^^^^^^^ field-count

        cron(0 0 12 * * ? *)
             ^^^^^^^^^^^^^^ field-count

        cron(0 0 12 * * ?)
                        ^ misplaced-question-mark

        cron(0 0 * * SUN *)
                 ^ day-and-weekday

        cron(0 18 * * * *)
                      ^ day-and-weekday

        cron(0 0 1 * * *)
                     ^ day-and-weekday

        cron(0 0 1 * MON *)
                     ^^^ day-and-weekday

        cron(0 0 ? * ? *)
                     ^ no-day

        cron(? 0 * * ? *)
             ^ misplaced-question-mark

        cron(0 0 ? ? mon *)
                   ^ misplaced-question-mark

        cron(0 8 1-7 ? 7 *)
                     ^ misplaced-question-mark
                       ^ day-and-weekday

        cron(0 0 ?5 * ? *)
                 ^^ misplaced-question-mark

        cron(0 0 ? * 5? *)
                     ^^ misplaced-question-mark

        cron(0 0 ?,5 * ? *)
                 ^ misplaced-question-mark
        """

    static let values = """
        cron(60 24 32 13 ? 2200)
             ^^ out-of-range
                ^^ out-of-range
                   ^^ out-of-range
                      ^^ out-of-range
                           ^^^^ out-of-range

        cron(0 0 0 0 ? 1969)
                 ^ out-of-range
                   ^ out-of-range
                       ^^^^ out-of-range

        cron(0 0 ? * 0 *)
                     ^ out-of-range

        cron(0 0 ? * 8#2 *)
                     ^ out-of-range

        cron(0 0 ? * 9L *)
                     ^ out-of-range

        cron(0 0 32W * ? *)
                 ^^ out-of-range

        cron(0 0 L-31 * ? *)
                   ^^ out-of-range

        cron(0 8-24 * * ? *)
                 ^^ out-of-range

        cron(1,75,99 0 * * ? *)
               ^^ out-of-range
                  ^^ out-of-range

        cron(99999999999999999999 0 * * ? *)
             ^^^^^^^^^^^^^^^^^^^^ out-of-range

        cron(0 0 * foo ? *)
                   ^^^ unknown-name

        cron(0 0 ? * Monday *)
                     ^^^^^^ unknown-name

        cron(0 0 ? * MON-FRIDAY *)
                         ^^^^^^ unknown-name

        cron(0 0 ? * funL *)
                     ^^^ unknown-name

        cron(noon 0 * * ? *)
             ^^^^ unknown-name

        cron(0 0 * mon ? *)
                   ^^^ unknown-name

        cron(0 0 ? * 2-WED *)
                     ^^^^^ mixed-range

        cron(5x 0 * * ? *)
             ^^ malformed-item

        cron(-1 0 * * ? *)
             ^^ malformed-item

        cron(5- 0 * * ? *)
             ^^ malformed-item

        cron(1-2-3 0 * * ? *)
             ^^^^^ malformed-item

        cron(0 0 1 1 ? 19*70)
                       ^^^^^ malformed-item

        cron(0 0 L8 * ? *)
                 ^^ malformed-item

        cron(0 0 W * ? *)
                 ^ malformed-item

        cron(0 0 L- * ? *)
                 ^^ malformed-item

        cron(0 0 ? * 5-L *)
                     ^^^ malformed-item

        cron(0 0 ? * L- *)
                     ^^ malformed-item

        cron(0 0 ? * L5 *)
                     ^^ malformed-item

        cron(, 0 * * ? *)
             ^ malformed-item

        cron(1,,2 0 * * ? *)
               ^ empty-item

        cron(0 1-7/2,11-23/2, * * ? *)
                            ^ empty-item

        cron(0 ,,1 * * ? *)
               ^ empty-item
        """

    static let wildcards = """
        cron(L W 3L 5L ? LW)
             ^ wildcard
               ^ wildcard
                 ^^ malformed-item
                    ^^ wildcard
                         ^^ wildcard

        cron(0 1#2 5#2 * ? *)
               ^^^ wildcard
                   ^^^ wildcard

        cron(0 0 ? * 5W *)
                     ^^ wildcard

        cron(0 0 ? * W *)
                     ^ wildcard

        cron(0/ 0 * * ? *)
             ^^ step

        cron(*/0 / 5/x * ? 2020/-1)
             ^^^ step
                 ^ step
                   ^^^ step
                           ^^^^^^^ step

        cron(0/60 */24 1/32 */13 ? 2020/230)
             ^^^^ large-step
                  ^^^^ large-step
                       ^^^^ large-step
                            ^^^^ large-step
                                   ^^^^^^^^ large-step

        cron(0 0 ? * */2 *)
                     ^^^ weekday-step

        cron(0 0 ? * mon-fri/2 *)
                     ^^^^^^^^^ weekday-step

        cron(0 0 ? * 1/8 *)
                     ^^^ large-step

        cron(0 22-2 ? * FRI-MON *)
               ^^^^ descending-range
                        ^^^^^^^ descending-range

        cron(0 0 1 1 ? 2030-2026)
                       ^^^^^^^^^ descending-years
        """

    static let days = """
        cron(0 0 ? * fri#6 *)
                     ^^^^^ nth

        cron(0 0 ? * 3# *)
                     ^^ nth

        cron(0 0 ? * #2 *)
                     ^^ nth

        cron(0 0 ? * 3-5#2 *)
                     ^^^^^ nth

        cron(0 0 ? * sat#2,4 *)
                     ^^^^^^^ nth

        cron(0 0 ? * 3#1,6#3 *)
                     ^^^^^^^ nth

        cron(0 0 ? * L *)
                     ^ last-weekday

        cron(0 0 ? * L-3 *)
                     ^^^ last-weekday

        cron(0 0 ? * 6,7,L *)
                     ^^^^^ last-in-list

        cron(0 0 ? * friL,mon *)
                     ^^^^^^^^ last-in-list

        cron(0 0 LW * ? *)
                 ^^ nearest-weekday

        cron(0 0 L-3 * ? *)
                 ^^^ nearest-weekday

        cron(0 0 l-3w * ? *)
                 ^^^^ nearest-weekday

        cron(0 0 2W,16 * ? *)
                 ^^ nearest-weekday

        cron(0 0 1-5W * ? *)
                 ^^^^ nearest-weekday-range
        """

    static let rates = """
        rate()
        ^^^^^^ rate-value

        rate(daily)
             ^^^^^ rate-value

        rate(five minutes)
             ^^^^ rate-value

        rate(0 days)
             ^ rate-value

        rate(-1 days)
             ^^ rate-value

        rate(1.5 hours)
             ^^^ rate-value

        rate(2147483648 days)
             ^^^^^^^^^^ rate-value

        rate(5)
             ^ rate-unit

        rate(30 seconds)
                ^^^^^^^ rate-unit

        rate(5 minutes ago)
               ^^^^^^^^^^^ rate-unit

        rate(0 weeks)
             ^ rate-value
               ^^^^^ rate-unit

        rate(1 days)
               ^^^^ rate-plural

        rate(7 day)
               ^^^ rate-plural
        """
}
