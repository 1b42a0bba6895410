using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Distribution.Web.Platform.Description;

internal static class DescriptionServices
{
    public const string Document = "v1";

    /// <summary>The API's description in OpenAPI 3.1, from the routes, their types and the comments on them.</summary>
    public static IServiceCollection AddDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer<DescribeDocument>();
        options.AddDocumentTransformer<DescribeExamples>();
        options.AddOperationTransformer<DescribeOperation>();
        options.AddSchemaTransformer<DescribeSchema>();
    });
}
