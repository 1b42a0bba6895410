using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Distribution.Web.Platform.Description;

/// <summary>Gives every body of a request and every answer that is a success an example, made from its schema.</summary>
internal sealed class DescribeExamples : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var (address, path) in document.Paths)
        {
            foreach (var operation in (path.Operations ?? []).Values) Describe(operation, address);
        }

        return Task.CompletedTask;
    }

    private static void Describe(OpenApiOperation operation, string address)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
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
