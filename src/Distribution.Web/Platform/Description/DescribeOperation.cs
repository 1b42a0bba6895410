using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Distribution.Web.Platform.Description;

/// <summary>Describes a route's metadata beyond its types: the permission, and whether it takes an Idempotency-Key.</summary>
internal sealed class DescribeOperation : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<RoleRequirement>().FirstOrDefault() is { } permission) Require(operation, permission, context.Document);
        else Open(operation);
        if (metadata.OfType<CreatesOnce>().Any()) AcceptKey(operation);
        return Task.CompletedTask;
    }

    private static void Require(OpenApiOperation operation, RoleRequirement permission, OpenApiDocument? document)
    {
        var scheme = new OpenApiSecuritySchemeReference(DescribeDocument.Scheme, document);
        operation.Security = [new OpenApiSecurityRequirement { [scheme] = [] }];
        operation.Description = $"{permission.Sentence} {operation.Description}".Trim();
    }

    /// <summary>An empty list says that no key is needed; none would leave it open.</summary>
    private static void Open(OpenApiOperation operation)
    {
        operation.Security = [];
        operation.Description = $"Needs no API key. {operation.Description}".Trim();
    }

    private static void AcceptKey(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = IdempotencyMiddleware.Header,
            In = ParameterLocation.Header,
            Description =
                "Any text of yours, at most 255 characters. The same request with the same key is carried out once and gets the first "
                    + "answer for 30 days; a refused one frees the key.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = IdempotencyMiddleware.LongestKey },
        });
    }
}
