using System.Buffers.Text;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;
using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Distribution.Web.Platform.Resources;

/// <summary>Which part of a list is wanted.</summary>
internal sealed class ListQuery
{
    public const string LimitName = "limit";
    public const string AfterName = "after";
    public const string NotNext = "is not a valid continuation token for this list.";

    private const int Most = 200;
    private const int Usual = 50;

    [FromQuery(Name = LimitName), Range(1, Most), DefaultValue(Usual), Description("How many at most, 1 to 200.")]
    public int? Limit { get; init; }

    [FromQuery(Name = AfterName), Description("Where to read on: `next` of the part before.")]
    public string? After { get; init; }

    public int Count => Limit ?? Usual;

    /// <summary>The key to read on after; null at the beginning of the list.</summary>
    public string? Key => string.IsNullOrEmpty(After) ? null : Decode(After);

    /// <summary>The faults of the query, if any.</summary>
    public UnreadableProblem? Problem() => Problem(new FieldErrors());

    /// <summary>The faults of the query and those that were found before, if any.</summary>
    public UnreadableProblem? Problem(FieldErrors errors)
    {
        errors.Require(Count is >= 1 and <= Most, LimitName, $"is 1 to {Most}.");
        errors.Require(string.IsNullOrEmpty(After) || Key is not null, AfterName, NotNext);
        return errors.Any ? new UnreadableProblem(errors: errors) : null;
    }

    /// <summary>The part that is wanted of a list that was read as a whole; it is sorted by its keys.</summary>
    public Page<T> PartOf<T>(IReadOnlyList<T> all, Func<T, string> key)
    {
        List<T> rest = [.. all.SkipWhile(item => string.CompareOrdinal(key(item), Key) <= 0)];
        return rest.Count > Count ? new(rest[..Count], key(rest[Count - 1])) : new(rest, null);
    }

    public static string Encode(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    private static string? Decode(string text)
    {
        if (!Base64Url.IsValid(text)) return null;
        var key = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        return key.Length > 0 && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or ':' or '_') ? key : null;
    }
}
