using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Ceptoar.Testing;

/// <summary>Notes what the service threw, and lets the service answer it.</summary>
sealed class LastException : IExceptionHandler
{
    public Exception? Exception { get; private set; }

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        Exception = exception;
        return ValueTask.FromResult(false);
    }
}

/// <summary>A 500 is a bug: the test fails with its cause.</summary>
sealed class ThrowsWhatTheServiceThrew(LastException last) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        return response.StatusCode == HttpStatusCode.InternalServerError
            ? throw new InvalidOperationException($"{request.Method} {request.RequestUri?.PathAndQuery} answered 500.", last.Exception)
            : response;
    }
}
