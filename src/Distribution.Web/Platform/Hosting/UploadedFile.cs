using Distribution.Web.Platform.Pages;
using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Platform.Hosting;

/// <summary>A file that is the body itself, or, as browsers and many tools send it, the first file of a form.</summary>
/// <param name="Content">Read once, from the beginning.</param>
/// <param name="Name">The name that it came with; null for none.</param>
internal sealed record UploadedFile(Stream Content, string? Name)
{
    private const string Unreadable =
        "The form cannot be read, or has no file in it. Send the file as the body, or as a part of multipart/form-data with a filename.";

    /// <exception cref="RefusedFormException">It is a form without a file, or one that cannot be read.</exception>
    public static async Task<UploadedFile> OpenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) return new(request.Body, null);
        try
        {
            MultipartReader parts = new(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), request.Body);
            while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
            {
                if (part.AsFileSection() is { } file) return new(part.Body, file.FileName);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException or IOException and not BadHttpRequestException)
        {
            throw new RefusedFormException(ProblemTypes.Unreadable, Unreadable);
        }

        throw new RefusedFormException(ProblemTypes.Unreadable, Unreadable);
    }
}
