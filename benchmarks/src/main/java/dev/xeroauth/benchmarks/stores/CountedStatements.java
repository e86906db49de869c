package dev.xeroauth.benchmarks.stores;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** Counts the statements that are prepared on the connections of a data source. Thread-safe. */
final class CountedStatements implements LongSupplier {

    private final DataSource real;
    private final AtomicLong count = new AtomicLong();

    CountedStatements(DataSource real) {
        this.real = real;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, real);
    }

    @Override
    public long getAsLong() {
        return count.get();
    }

    private <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> call(target, method, args)));
    }

    private Object call(Object target, Method method, Object[] args) throws Throwable {
        if (method.getName().equals("prepareStatement")) {
            count.incrementAndGet();
        }
        try {
            Object result = method.invoke(target, args);
            return result instanceof Connection ? proxy(Connection.class, result) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
