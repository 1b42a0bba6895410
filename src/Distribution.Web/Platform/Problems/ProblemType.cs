namespace Distribution.Web.Platform.Problems;

/// <summary>One kind of refusal. Programs may rely on its name and status; the title is for people.</summary>
public sealed record ProblemType(string Name, int Status, string Title)
{
    /// <summary>The <c>type</c> member of the problem details (RFC 9457, section 3.1.1).</summary>
    public string Uri => $"/problems/{Name}";
}
