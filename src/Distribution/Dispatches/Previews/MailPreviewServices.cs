using Distribution.Mail.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Dispatches.Previews;

internal static class MailPreviewServices
{
    public static IServiceCollection AddMailPreviews(this IServiceCollection services) =>
        services.AddSingleton<FindPreviewRecipient>().AddSingleton<WriteMailPreview>().AddSingleton<IOutboxWriter, WriteTestMail>().AddSingleton<CheckTest>().AddSingleton<SendTest>();
}
