namespace Distribution.Audiences.Selection;

/// <summary>The numbers that planning would give now. A planned contact counts once in languages, countries and outlet types.</summary>
public sealed class AudienceEstimate
{
    /// <summary>Stands for what is not known of a person.</summary>
    public const string None = "none";

    /// <summary>How many would be mailed.</summary>
    public int Planned { get; internal set; }

    /// <summary>Those, by the lists they would get the mail by; somebody on two lists counts at both.</summary>
    public Dictionary<string, int> Lists { get; } = [];

    /// <summary>By the language of their mail.</summary>
    public Dictionary<string, int> Languages { get; } = [];

    /// <summary>By the country they are in; <c>none</c> where it is not known.</summary>
    public Dictionary<string, int> Countries { get; } = [];

    /// <summary>By the type of the outlet they work for; <c>none</c> where they work for none.</summary>
    public Dictionary<string, int> OutletTypes { get; } = [];

    /// <summary>
    /// How many contacts on the lists would not be mailed, by reason: suppressed, archived, excluded, filtered, pending, ended.
    /// </summary>
    public Dictionary<string, int> Excluded { get; } = [];

    /// <summary>Subscriptions of contacts who have another one among the audience's lists: one mail a person.</summary>
    public int Duplicates { get; internal set; }

    /// <summary>How many subscriptions were read; those to excluded lists are among them.</summary>
    public int Rows { get; internal set; }
}
