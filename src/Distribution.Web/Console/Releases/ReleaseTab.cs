namespace Distribution.Web.Console.Releases;

/// <summary>The pages of one release.</summary>
public enum ReleaseTab
{
    Write,
    Preview,
    Audience,
    Send,
    History,
}
