namespace Distribution.Releases.Checks;

/// <summary>Whether a release is sent when it is meant to be; pure.</summary>
public static class TimeChecks
{
    public static IEnumerable<CheckFinding> Run(CheckSubject subject)
    {
        if (subject.IsAtOnce) yield return CheckFinding.Warning(CheckIds.SendAtOnce, "sendAt");
    }
}
