using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Distribution.Releases.Intake;

/// <summary>The numbers before the items of a list as browsers show them; pure.</summary>
internal static class ListLabels
{
    /// <summary>Attribute of items whose label a program wrote as words.</summary>
    public const string Written = "data-label";

    /// <summary>
    /// The number of a list's first item where they follow one another as Markdown has them; else the labels, such as <c>b)</c>.
    /// </summary>
    public static (int First, IReadOnlyList<string>? Labels) Read(IElement list, IReadOnlyList<IElement?> items)
    {
        if (items.Any(item => item?.HasAttribute(Written) == true))
            return (1, [.. items.Select(item => item?.GetAttribute(Written) ?? "")]);
        var isReversed = list.HasAttribute("reversed");
        var next = Number(list.GetAttribute("start")) ?? (isReversed ? items.Count : 1);
        List<int> numbers = [];
        foreach (var item in items)
        {
            if (Number(item?.GetAttribute("value")) is { } own) next = own;
            numbers.Add(next);
            next += isReversed ? -1 : 1;
        }

        var kind = Kind(list);
        var follow = numbers.Count == 0 || (numbers[0] is >= 0 and < 1_000_000
            && numbers.Select((number, index) => number == numbers[0] + index).All(isNext => isNext));
        return kind == '1' && follow
            ? (numbers.FirstOrDefault(1), null)
            : (1, [.. numbers.Select(number => $"{Write(number, kind)}.")]);
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number is > -1_000_000 and < 1_000_000 ? number : null;

    private static char Kind(IElement list) => (list.GetAttribute("type"), StyleAttribute.Read(list, "list-style-type")) switch
    {
        ("a", null) or (_, "lower-alpha" or "lower-latin") => 'a',
        ("A", null) or (_, "upper-alpha" or "upper-latin") => 'A',
        ("i", null) or (_, "lower-roman") => 'i',
        ("I", null) or (_, "upper-roman") => 'I',
        _ => '1',
    };

    private static string Write(int number, char kind) => kind switch
    {
        'a' when number > 0 => Letters(number),
        'A' when number > 0 => Letters(number).ToUpperInvariant(),
        'i' when number is > 0 and < 4_000 => Roman(number),
        'I' when number is > 0 and < 4_000 => Roman(number).ToUpperInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Letters(int number)
    {
        StringBuilder letters = new();
        for (var rest = number; rest > 0; rest = (rest - 1) / 26) letters.Insert(0, (char)('a' + ((rest - 1) % 26)));
        return letters.ToString();
    }

    private static string Roman(int number)
    {
        StringBuilder roman = new();
        foreach (var (value, sign) in new (int, string)[]
        {
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
            (5, "v"), (4, "iv"), (1, "i"),
        })
        {
            for (; number >= value; number -= value) roman.Append(sign);
        }

        return roman.ToString();
    }
}
