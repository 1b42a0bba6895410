using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Platform.Pages;

/// <summary>The form that a page has sent, as a handler's parameter. What is no form is refused before the handler runs.</summary>
internal sealed record SentForm(IFormCollection Fields)
{
    private const string Wanted = "Send a form: application/x-www-form-urlencoded, or multipart/form-data, in UTF-8.";

    /// <exception cref="RefusedFormException">It cannot be read as a form.</exception>
    public static async ValueTask<SentForm> BindAsync(HttpContext context) => new(await ReadAsync(context.Request, context.RequestAborted));

    /// <exception cref="RefusedFormException">It cannot be read as a form.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType) throw new RefusedFormException(ProblemTypes.MediaType, Wanted);
        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return form.Any(field => HasNull(field.Key) || field.Value.Any(HasNull))
                ? throw new RefusedFormException(ProblemTypes.Unreadable, "A field of the form has the character U+0000 in it.")
                : form;
        }
        // A charset that is unknown, or known and refused.
        catch (Exception fault) when (fault is NotSupportedException or ArgumentException)
        {
            throw new RefusedFormException(ProblemTypes.MediaType, Wanted);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new RefusedFormException(
                ProblemTypes.Unreadable, "The form cannot be read: it is cut off, or has too many fields or a field that is too long.");
        }
    }

    private static bool HasNull(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}

/// <summary>A form that cannot be read.</summary>
internal sealed class RefusedFormException(ProblemType type, string detail) : BadHttpRequestException(detail, type.Status)
{
    public ProblemType Type => type;
}
