apostrophe = It's the phone's
quotes = "Off", said "on"
backslash = C:\new\u0041\
markup = <b>Bold</b> & &lt; ]]>
reference = @string/yes
reference-argument = @{ $app } and @
theme = ?attr/yes
theme-later = Is it on?
colour = #fff
percent = 5 % of 100 % done
percent-formatted = 5 % of { $percent }% in { $app }
directive = Write %1$s, %d or %n
directive-formatted = Write %1$s, not { $app }
blanks-around = {" "} twice {"  "}
blanks-within = a{"  "}b{"   "}c
blanks-formatted = {" "}{ $app }{" "}
non-breaking = 5{"\u00A0"}s{"\u202F"}?
other-blanks = {"\u2003"}a{"\u3000"}
lines =
    One line
    and another
    @here
letters = „Über“ → … 日本 مرحبا 🙂
counted =
    { $count ->
        [one] { $app }'s "{ $count }" & 5%{" "}
       *[other] @{ $count } <%>
    }
