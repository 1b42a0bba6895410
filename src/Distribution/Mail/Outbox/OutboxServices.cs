using Distribution.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Mail.Outbox;

internal static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<OutboxStore>().AddSingleton<PostMail>().AddSingleton<WriteOutboxMail>().AddSingleton<IJobRunner, SendOutboxMail>();
}
