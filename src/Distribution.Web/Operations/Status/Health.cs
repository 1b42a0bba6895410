namespace Distribution.Web.Operations.Status;

/// <summary>The program answers.</summary>
internal sealed record Health(string Status);
