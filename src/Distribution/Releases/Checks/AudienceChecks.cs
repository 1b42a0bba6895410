using Distribution.Platform.Languages;

namespace Distribution.Releases.Checks;

/// <summary>Whether the release goes to those it is meant for; pure.</summary>
public static class AudienceChecks
{
    /// <summary>How many times larger or smaller than usual an audience is unusual.</summary>
    private const int Times = 10;

    public static IEnumerable<CheckFinding> Run(CheckSubject subject)
    {
        if (subject.Audience == 0) yield return CheckFinding.Error(CheckIds.AudienceEmpty, "audience");
        if (subject is { UsualAudience: > 0 and var usual, Audience: { } audience } && audience >= (long)usual * Times)
            yield return CheckFinding.Warning(CheckIds.AudienceUnusual, "audience", ("audience", audience), ("usual", usual));
        foreach (var (language, readers) in subject.Unserved.OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal))
            yield return CheckFinding.Warning(
                CheckIds.TranslationMissing, $"translations.{language}", ("language", LanguageTag.OwnName(language)), ("readers", readers));
    }
}
