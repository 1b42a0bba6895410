using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Distribution.Web.Platform.Problems;

/// <summary>Every kind of refusal there is. Names are never changed.</summary>
public static class ProblemTypes
{
    public static readonly ProblemType Unreadable = new("unreadable", Status400BadRequest, "The request cannot be read.");
    public static readonly ProblemType Unauthorized = new("unauthorized", Status401Unauthorized, "The request needs a valid API key.");
    public static readonly ProblemType Forbidden = new("forbidden", Status403Forbidden, "The API key has no permission for this.");
    public static readonly ProblemType Missing = new("missing", Status404NotFound, "There is nothing at this address.");
    public static readonly ProblemType Merged = new("merged", Status404NotFound, "It was merged into the one at Location.");
    public static readonly ProblemType Method = new("method", Status405MethodNotAllowed, "This address does not take this method.");
    public static readonly ProblemType Exists = new("exists", Status409Conflict, "It exists already.");
    public static readonly ProblemType InUse = new("in-use", Status409Conflict, "It is in use.");
    public static readonly ProblemType Conflict = new("conflict", Status409Conflict, "It was changed meanwhile.");
    public static readonly ProblemType WrongState = new("wrong-state", Status409Conflict, "Its state does not allow this.");
    public static readonly ProblemType SecondUser =
        new("second-user", Status409Conflict, "A user other than its last editor must approve it.");
    public static readonly ProblemType Checks =
        new("checks", Status409Conflict, "Checks have found errors, or warnings without an acknowledgement.");
    public static readonly ProblemType Silent = new("silent", Status409Conflict, "The person would get nothing any more.");
    public static readonly ProblemType Running =
        new("running", Status409Conflict, "The first request with this Idempotency-Key is still running.");
    public static readonly ProblemType Changed =
        new("changed", Status412PreconditionFailed, "It is no longer the version that If-Match names.");
    public static readonly ProblemType TooLarge = new("too-large", Status413PayloadTooLarge, "The body is too large.");
    public static readonly ProblemType MediaType =
        new("media-type", Status415UnsupportedMediaType, "This address does not take a body of this content type.");
    public static readonly ProblemType Invalid = new("invalid", Status422UnprocessableEntity, "Some fields are invalid.");
    public static readonly ProblemType KeyReused =
        new("key-reused", Status422UnprocessableEntity, "This Idempotency-Key belongs to another request.");
    public static readonly ProblemType TooMany =
        new("too-many", Status429TooManyRequests, "Too many requests from this network. Try again later.");
    public static readonly ProblemType Failure = new("failure", Status500InternalServerError, "The program failed. It is not your fault.");
    public static readonly ProblemType Unavailable =
        new("unavailable", Status503ServiceUnavailable, "The storage does not answer. Try again later.");

    public static IReadOnlyList<ProblemType> All { get; } =
    [
        Unreadable, Unauthorized, Forbidden, Missing, Merged, Method, Exists, InUse, Conflict, WrongState, SecondUser, Checks, Silent,
        Running, Changed, TooLarge, MediaType,
        Invalid, KeyReused, TooMany, Failure, Unavailable,
    ];

    /// <summary>The kind that stands for a status that something else has set.</summary>
    public static ProblemType FromStatus(int status) =>
        All.FirstOrDefault(type => type.Status == status)
            ?? (status < Status500InternalServerError ? Unreadable with { Status = status } : Failure);
}

/// <summary>One kind of refusal. Programs may rely on its name and status; the title is for people.</summary>
public sealed record ProblemType(string Name, int Status, string Title)
{
    /// <summary>The <c>type</c> member of the problem details (RFC 9457, section 3.1.1).</summary>
    public string Uri => $"/problems/{Name}";
}
