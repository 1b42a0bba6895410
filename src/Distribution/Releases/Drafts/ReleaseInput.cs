using Distribution.Audiences.Selection;
using Distribution.Releases.Times;

namespace Distribution.Releases.Drafts;

/// <summary>A release as its author or their program gives it, before it is looked at.</summary>
public record ReleaseInput
{
    /// <summary>Id of the office it speaks for.</summary>
    public required string Office { get; init; }

    /// <summary>Ids of the press officers that journalists may call about it; none where the office has a telephone number.</summary>
    public IReadOnlyList<string> PressOfficers { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Countries it is about, ISO 3166-1 alpha-2.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>The audience; a draft may be without.</summary>
    public AudienceInput Audience { get; init; } = new();

    /// <summary>The language it was written in; may be left out where there is only one translation.</summary>
    public string? OriginalLanguage { get; init; }

    /// <summary>The texts by language tag; at least one.</summary>
    public required IReadOnlyDictionary<string, TranslationInput> Translations { get; init; }

    /// <summary>
    /// How far a new release has come: draft, which it is when left out; submitted, so that an approver is asked; or approved, so that
    /// it is sent at its time or at once. Of a release that is replaced, its state as it is.
    /// </summary>
    public ReleaseState? State { get; init; }

    /// <summary>Of a new release that is approved: warnings of the checks that are meant so.</summary>
    public IReadOnlyList<string> Acknowledgements { get; init; } = [];

    /// <summary>When it is to be sent; without a time it is sent as soon as it is approved.</summary>
    public SendTimeInput? SendAt { get; init; }

    /// <summary>Whether it waits for all of its translations or is sent in those that are ready.</summary>
    public TranslationPolicy TranslationPolicy { get; init; }

    /// <summary>How many hours a recipient waits for a promised translation in one of their languages, 0 to 168.</summary>
    public int WaitHours { get; init; } = Release.DefaultWaitHours;

    /// <summary>The page on the web that it is from; relative addresses in HTML lead from there.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>Where a program has it from.</summary>
    public ReleaseSource? Source { get; init; }
}
