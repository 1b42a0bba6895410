using System.Globalization;
using Distribution.Platform.Addresses;
using Distribution.Platform.Validation;

namespace Distribution.Audiences.Subscriptions;

/// <summary>
/// Reads addresses that somebody has pasted, one a line, with or without a name: <c>Ana Ruiz &lt;ana@example.org&gt;</c>. Pure.
/// </summary>
public static class AddressLines
{
    /// <summary>Beyond that a file is imported.</summary>
    public const int Most = 200;

    /// <summary>The persons; each line that is not right is named among the errors by its number.</summary>
    public static IReadOnlyList<AddressLine> Read(string field, string text, FieldErrors errors)
    {
        List<AddressLine> lines = [];
        foreach (var (index, line) in text.Split('\n').Select(line => line.Trim().TrimEnd(',', ';')).Index())
        {
            if (line.Length == 0) continue;
            var named = NamedAddress.Split(line);
            FieldErrors ofLine = new();
            var address = ofLine.Address(field, named?.Address ?? line);
            if (ofLine.Any)
                errors.Add(field, string.Create(CultureInfo.InvariantCulture, $"has no mail address in line {index + 1}: {line}"));
            else lines.Add(new(named?.Name, address));
        }

        errors.Require(lines.Count <= Most, field, $"has more than {Most} lines. Import a file instead.");
        return [.. lines.DistinctBy(line => line.Address, StringComparer.OrdinalIgnoreCase)];
    }
}

/// <summary>A person as they stand in a line.</summary>
/// <param name="Name">Null where the line has the address alone.</param>
public sealed record AddressLine(string? Name, string Address);
