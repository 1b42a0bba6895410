using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Distribution.Web.Platform.Description;

/// <summary>Gives every body of a request and every answer that is a success an example, made from its schema.</summary>
internal sealed class DescribeExamples : IOpenApiDocumentTransformer
{
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["If-Match"] = "The version that is meant: the `ETag` of a read. Where somebody has changed it since, the answer is 412.",
        ["id"] = "Id of the thing.",
        ["contact"] = "Id of the contact.",
        ["first"] = "Id of one contact.",
        ["second"] = "Id of the other contact.",
        ["list"] = "Id of the media list.",
        ["reason"] = "Why, in words; it stands in the record.",
        ["language"] = "A language tag.",
        ["version"] = "Number of the version, from 1.",
        ["name"] = "The last part of the problem's `type`.",
    };

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var (address, path) in document.Paths)
        {
            foreach (var operation in (path.Operations ?? []).Values) Describe(operation, address);
        }

        // The schema of a body that is a file, which is described as text.
        document.Components?.Schemas?.Remove(nameof(Stream));
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiOperation operation, string address)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Description ??= Parameters.GetValueOrDefault(parameter.Name ?? "", "A name in the address.");
            // ECMA-262, which schemas follow, has no other sign for the end of a text.
            if (parameter.Schema is OpenApiSchema { Pattern: { } pattern } schema)
                schema.Pattern = pattern.Replace("\\z", "$", StringComparison.Ordinal);
            if (parameter.Schema is not null && parameter.Example is null)
                parameter.Example = ExampleValue.Make(parameter.Schema, ExampleValue.Named(parameter.Name, address));
        }

        foreach (var (type, body) in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>()) Describe(type, body);
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (!status.StartsWith('2')) continue;
            foreach (var (type, body) in response.Content ?? new Dictionary<string, OpenApiMediaType>()) Describe(type, body);
        }
    }

    /// <summary>A file of text is described as one, whatever type the program makes it from.</summary>
    private static void Describe(string type, OpenApiMediaType body)
    {
        if (ExampleValue.File(type) is { } file)
        {
            body.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
            body.Example = JsonValue.Create(file);
        }
        else if (body.Schema is not null)
        {
            body.Example ??= ExampleValue.Make(body.Schema, name: null);
        }
    }
}
