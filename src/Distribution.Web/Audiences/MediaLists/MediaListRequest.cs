using Distribution.Audiences.MediaLists;
using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Web.Platform.Resources;

namespace Distribution.Web.Audiences.MediaLists;

/// <summary>A named set of contacts that a release can be addressed to.</summary>
internal sealed record MediaListRequest
{
    /// <summary>Lower-case letters, digits and hyphens; made from the first name where it is left out. Stands in mails and never changes.</summary>
    public string? Id { get; init; }

    /// <summary>Name by language.</summary>
    public required Names Names { get; init; }

    /// <summary>Description by language.</summary>
    public Names Descriptions { get; init; } = Names.None;

    /// <summary>Whether journalists may subscribe by themselves.</summary>
    public bool Public { get; init; }

    /// <summary>Id of the office that keeps it; left out, it is the whole organisation's.</summary>
    public string? Office { get; init; }

    /// <summary>The rule that adds and removes members; left out, its members are fixed.</summary>
    public ListRule? Rule { get; init; }

    public MediaList ToMediaList(string? id, FieldErrors errors) => new()
    {
        Id = ChosenId.From(id, Id, Names.First, errors),
        Names = Names,
        Descriptions = Descriptions,
        Public = Public,
        Office = Office,
        Rule = Rule,
    };
}
