using System.Text.Json;
using Azure;
using Distribution.Platform.Validation;
using Distribution.Web.Platform.Json;
using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Platform.Problems;

/// <summary>The answer to a caller for an exception: never its text.</summary>
internal static class ExceptionProblems
{
    public static ExceptionHandlerOptions Options { get; } = new()
    {
        ExceptionHandler = AnswerAsync,
        // A mistake of the caller is no failure of the program: it needs no stack trace in the log.
        SuppressDiagnosticsCallback = context => IsOfCaller(context.HttpContext.Request, context.Exception),
    };

    private static Task AnswerAsync(HttpContext context) =>
        For(context, context.Features.GetRequiredFeature<IExceptionHandlerFeature>()).ExecuteAsync(context);

    private static Problem For(HttpContext context, IExceptionHandlerFeature failure) => failure.Error switch
    {
        RefusedFormException form => new Problem(form.Type, form.Message),
        BadHttpRequestException { InnerException: JsonException json } => Body(context, failure.Endpoint, json),
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad => Parameter(context, failure, bad),
        BadHttpRequestException bad => new Problem(ProblemTypes.FromStatus(bad.StatusCode)),
        InvalidOperationException or NotSupportedException or ArgumentException when IsInUnknownLetters(context.Request) =>
            new Problem(ProblemTypes.MediaType, "Send the body in UTF-8."),
        RequestFailedException { Status: 0 or >= 500 }
            or AggregateException { InnerException: RequestFailedException { Status: 0 or >= 500 } } =>
            new Problem(ProblemTypes.Unavailable),
        _ => new Problem(ProblemTypes.Failure),
    };

    private static bool IsOfCaller(HttpRequest request, Exception failure) =>
        failure is BadHttpRequestException
        || (failure is InvalidOperationException or NotSupportedException or ArgumentException && IsInUnknownLetters(request));

    private static bool IsInUnknownLetters(HttpRequest request)
    {
        try
        {
            return request.GetTypedHeaders().ContentType is { Charset.Length: > 0, Encoding: null };
        }
        catch (NotSupportedException)
        {
            // Such as UTF-7, which is known and refused.
            return true;
        }
    }

    private static UnreadableProblem Body(HttpContext context, Endpoint? endpoint, JsonException json)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var type = endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType ?? typeof(object);
        var errors = new FieldErrors();
        UnreadableJson.Explain(json, options.GetTypeInfo(type), errors);
        return new(errors: errors);
    }

    /// <summary>The exception names the parameter, or the missing body, in its text only.</summary>
    private static UnreadableProblem Parameter(HttpContext context, IExceptionHandlerFeature failure, BadHttpRequestException bad)
    {
        var names = context.Request.Query.Keys.Concat(failure.RouteValues?.Keys ?? []);
        var name = names.FirstOrDefault(name => bad.Message.Contains($" {name}\" from ", StringComparison.OrdinalIgnoreCase));
        var errors = new FieldErrors();
        if (name is not null) errors.Add(name, "does not have the right form.");
        else if (bad.Message.Contains("no body was provided", StringComparison.Ordinal)) errors.Add(UnreadableJson.Root, "is required.");
        return errors.Any ? new(errors: errors) : new("A part of the request is missing or does not have the right form.");
    }
}
