using Distribution.Validation;

namespace Distribution.Releases;

/// <summary>Whether what a release names is there and is its to use; pure. Looked at when it is written and again when it is scheduled.</summary>
public static class ReferenceRules
{
    private const int MostOfficers = 20;
    private const int MostLists = 100;

    public static void Check(
        string? office, IReadOnlyList<string> officers, IReadOnlyList<string> lists, ReleaseReferences references, FieldErrors errors)
    {
        CheckOffice(office, officers, references, errors);
        errors.Require(officers.Count <= MostOfficers, "officers", $"names more than {MostOfficers} press officers.");
        foreach (var officer in officers.Where(id => id is null || !references.Officers.ContainsKey(id)).Take(1))
        {
            errors.Add("officers", $"'{officer}' is not the id of a press officer.");
        }

        errors.Require(lists.Count > 0, "audience.lists", "names at least one media list.");
        errors.Require(lists.Count <= MostLists, "audience.lists", $"names more than {MostLists} media lists.");
        foreach (var list in lists.Take(MostLists)) CheckList(list, office, references, errors);
    }

    private static void CheckOffice(string? id, IReadOnlyList<string> officers, ReleaseReferences references, FieldErrors errors)
    {
        if (id is null || !references.Offices.TryGetValue(id, out var office))
        {
            errors.Add("office", "is not the id of an office.");
            return;
        }

        errors.Require(
            officers.Count > 0 || office.Phone is not null,
            "officers",
            "names nobody whom journalists can reach, and the office has no telephone number.");
    }

    private static void CheckList(string? id, string? office, ReleaseReferences references, FieldErrors errors)
    {
        if (id is null || !references.Lists.TryGetValue(id, out var list)) errors.Add("audience.lists", $"'{id}' is not the id of a media list.");
        else if (office is not null && !references.Reaches(office, list)) errors.Add("audience.lists", $"'{id}' is a list of another office.");
    }
}
