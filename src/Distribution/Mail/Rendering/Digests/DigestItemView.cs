namespace Distribution.Mail.Rendering.Digests;

/// <summary>A release in a digest as the templates print it.</summary>
internal sealed record DigestItemView(string Headline, string Language, string Direction, string Place, string Date, string Summary, string Link);
