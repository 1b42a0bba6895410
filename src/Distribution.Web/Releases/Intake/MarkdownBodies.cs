using System.Text;
using Distribution.Releases.Intake;
using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Distribution.Web.Releases.Intake;

/// <summary>Turns a release in Markdown into the JSON that its route takes, before anything else looks at the body.</summary>
internal static class MarkdownBodies
{
    private const string Markdown = "text/markdown";
    private const string Json = "application/json";

    private const string Words = "A release in one language in UTF-8: between two lines of `---` its data in YAML, such as `office: port-of-spain` and `headline: …`, and then its body.";

    private static readonly UTF8Encoding Strictly = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The route takes <c>text/markdown</c> beside JSON.</summary>
    public static RouteHandlerBuilder TakesMarkdown<TBody>(this RouteHandlerBuilder route)
        where TBody : notnull => route.Accepts<TBody>(Json, Markdown).WithMetadata(new TakesMarkdownBody()).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (operation.RequestBody?.Content?[Markdown] is { } media) media.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = Words };
            return Task.CompletedTask;
        });

    public static void UseMarkdownBodies(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsMarkdown(context) && await ConvertAsync(context.Request) is { } problem)
        {
            await new UnreadableProblem(problem).ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    private static bool IsMarkdown(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<TakesMarkdownBody>() is not null
        && MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
        && type.MediaType.Equals(Markdown, StringComparison.OrdinalIgnoreCase);

    /// <returns>The fault, if there is one.</returns>
    private static async Task<string?> ConvertAsync(HttpRequest request)
    {
        try
        {
            using MemoryStream bytes = new();
            await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
            var (release, problem) = MarkdownRelease.Parse(Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
            if (release is null) return problem;
            var json = Encoding.UTF8.GetBytes(release.ToJsonString());
            (request.Body, request.ContentLength, request.ContentType) = (new MemoryStream(json), json.Length, Json);
            return null;
        }
        catch (DecoderFallbackException)
        {
            return "The text is not UTF-8.";
        }
    }

    /// <summary>A reader of streams would take another encoding from the mark, and be lenient after it.</summary>
    private static string Decode(ReadOnlySpan<byte> bytes) => Strictly.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);

    private sealed record TakesMarkdownBody;
}
