using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Dispatches.Previews;

internal static class PreviewServices
{
    public static IServiceCollection AddPreviews(this IServiceCollection services) =>
        services.AddSingleton<FindReader>().AddSingleton<WritePreview>().AddSingleton<WriteTestMail>().AddSingleton<CheckTest>().AddSingleton<SendTest>();
}
