using Distribution.Platform.Validation;

namespace Distribution.Audiences.Selection;

/// <summary>
/// Whether what a release names is there and is its to use; pure. Looked at when it is written and again when it is scheduled.
/// </summary>
public static class ReferenceRules
{
    /// <param name="isComplete">Whether it must have an audience and somebody to call; a draft may be without.</param>
    public static void Check(
        string office,
        IReadOnlyList<string> officers,
        IReadOnlyList<string> lists,
        IReadOnlyList<string> excludedLists,
        bool isComplete,
        ReleaseReferences references,
        FieldErrors errors)
    {
        CheckOffice(office, officers, isComplete, references, errors);
        errors.Known("pressOfficers", officers, references.PressOfficers, "a press officer");
        if (isComplete) CheckLists(lists, excludedLists, references, errors);
        else CheckKnownLists(lists, excludedLists, references, errors);
        foreach (var (index, list) in lists.Index())
        {
            if (list is null || !references.Lists.TryGetValue(list, out var known) || !references.Offices.ContainsKey(office)) continue;
            errors.Require(references.Reaches(office, known), $"audience.lists.{index}", "is a list of another office.");
        }
    }

    /// <summary>Whether the lists of an audience are there.</summary>
    public static void CheckLists(
        IReadOnlyList<string> lists, IReadOnlyList<string> excluded, ReleaseReferences references, FieldErrors errors)
    {
        errors.Require(lists.Count > 0, "audience.lists", "names at least one media list.");
        CheckKnownLists(lists, excluded, references, errors);
    }

    private static void CheckKnownLists(
        IReadOnlyList<string> lists, IReadOnlyList<string> excluded, ReleaseReferences references, FieldErrors errors)
    {
        errors.Known("audience.lists", lists, references.Lists, "a media list");
        errors.Known("audience.excludedLists", excluded, references.Lists, "a media list");
        foreach (var (index, list) in excluded.Index())
            errors.Require(!lists.Contains(list), $"audience.excludedLists.{index}", "is one of the lists that the release goes to.");
    }

    private static void CheckOffice(
        string id, IReadOnlyList<string> officers, bool isComplete, ReleaseReferences references, FieldErrors errors)
    {
        if (!references.Offices.TryGetValue(id, out var office))
        {
            errors.Add("office", "is not the id of an office.");
            return;
        }

        errors.Require(
            !isComplete || officers.Count > 0 || office.Phone is not null,
            "pressOfficers",
            "names nobody that journalists can reach, and the office has no telephone number.");
    }
}
