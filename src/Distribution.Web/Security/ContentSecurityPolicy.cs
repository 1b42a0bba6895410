namespace Distribution.Web.Security;

/// <summary>Metadata of a route whose page needs a policy of its own.</summary>
internal sealed record ContentSecurityPolicy(string Directives);
