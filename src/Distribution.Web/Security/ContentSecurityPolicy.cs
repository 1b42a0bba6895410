namespace Distribution.Web.Security;

/// <summary>Request feature of a page that needs a policy of its own.</summary>
internal sealed record ContentSecurityPolicy(string Directives);
