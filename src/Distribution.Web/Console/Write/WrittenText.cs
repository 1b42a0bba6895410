using Distribution.Releases.Workflow;

namespace Distribution.Web.Console.Write;

/// <summary>A text of a release on its page.</summary>
/// <param name="Version">The text that its author has before them.</param>
public sealed record WrittenText(string Language, TextFields Fields, string Version, TextEditing Editing)
{
    /// <summary>Whether the user may write it at all.</summary>
    public bool MayWrite { get; init; } = true;

    /// <summary>The faults of what was sent.</summary>
    public IDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Whether it is the text that the page's address names; the other one stands beside it.</summary>
    public bool IsMain { get; init; } = true;

    /// <summary>Whether the page saves it while its author types.</summary>
    public bool SavesItself => IsWritable && Editing is TextEditing.Free;

    public bool IsWritable => MayWrite && Editing is not TextEditing.Closed;

    /// <summary>The id of a field in the page.</summary>
    public string IdOf(string field) => IsMain ? field : $"{field}-{Language}";
}
