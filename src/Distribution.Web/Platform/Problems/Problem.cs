using System.Diagnostics;
using Distribution.Platform.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Distribution.Web.Platform.Problems;

/// <summary>A refusal, answered as problem details (RFC 9457).</summary>
internal class Problem(ProblemType type, string? detail = null, FieldErrors? errors = null) : IResult, IStatusCodeHttpResult
{
    public const string ContentType = "application/problem+json";

    /// <summary>Where the thing is that stands in the way.</summary>
    public string? Location { get; init; }

    /// <summary>Members beyond those of the standard (RFC 9457, section 3.2).</summary>
    public IReadOnlyDictionary<string, object?> Members { get; init; } = new Dictionary<string, object?>();

    /// <summary>The fields that are not right; null for a refusal that names none.</summary>
    public FieldErrors? Errors => errors;

    public int? StatusCode => type.Status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = type.Status;
        if (Location is not null) httpContext.Response.Headers.Location = Location;
        var body = Body(Activity.Current?.Id ?? httpContext.TraceIdentifier);
        return httpContext.Response.WriteAsJsonAsync(body, body.GetType(), options: null, ContentType, httpContext.RequestAborted);
    }

    /// <summary>Names this answer to the API description.</summary>
    protected static void Describe(EndpointBuilder builder, ProblemType type, bool withErrors = false) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(
            type.Status, withErrors ? typeof(HttpValidationProblemDetails) : typeof(ProblemDetails), [ContentType]));

    private ProblemDetails Body(string trace)
    {
        var body = errors is { Any: true } ? new HttpValidationProblemDetails(errors.ToDictionary()) : new ProblemDetails();
        (body.Type, body.Title, body.Status, body.Detail) = (type.Uri, type.Title, type.Status, detail);
        body.Extensions["traceId"] = trace;
        if (errors is { Offers.Count: > 0 }) body.Extensions["offers"] = errors.Offers;
        foreach (var (name, value) in Members) body.Extensions[name] = value;
        return body;
    }
}
