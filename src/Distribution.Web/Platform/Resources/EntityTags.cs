using System.Security.Cryptography;
using System.Text;
using Azure;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Platform.Resources;

/// <summary>The version of a row over HTTP: a strong entity tag (RFC 9110, section 8.8.3) that does not show how rows are kept.</summary>
internal static class EntityTags
{
    private const int Bytes = 8;

    public static string Get(ETag version) =>
        $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version.ToString())).AsSpan(0, Bytes))}\"";

    /// <summary>Whether an If-Match header lets the version pass; without one everything passes.</summary>
    public static bool Pass(string? ifMatch, ETag version) => string.IsNullOrEmpty(ifMatch) || Names(ifMatch, version, useStrongComparison: true);

    /// <summary>Whether an If-None-Match header names the version.</summary>
    public static bool Known(string? ifNoneMatch, ETag version) =>
        !string.IsNullOrEmpty(ifNoneMatch) && Names(ifNoneMatch, version, useStrongComparison: false);

    private static bool Names(string header, ETag version, bool useStrongComparison)
    {
        var current = new EntityTagHeaderValue(Get(version));
        return EntityTagHeaderValue.TryParseList([header], out var tags)
            && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(current, useStrongComparison));
    }
}
